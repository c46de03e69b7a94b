package io.tweestap.tenant;

import io.tweestap.shared.TenantId;
import java.util.Set;

/// Who calls the API: a client of a tenant, with the scopes its credentials carry. The principal of
/// every `/v1` request.
public record Caller(TenantId tenant, String clientId, Set<Scope> scopes) {
  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
