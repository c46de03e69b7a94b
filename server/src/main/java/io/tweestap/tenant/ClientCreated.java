package io.tweestap.tenant;

import io.tweestap.shared.TenantId;
import java.util.Set;

/// A client was made, in the present transaction.
public record ClientCreated(TenantId tenant, String clientId, Set<Scope> scopes) {
  public ClientCreated {
    scopes = Set.copyOf(scopes);
  }
}
