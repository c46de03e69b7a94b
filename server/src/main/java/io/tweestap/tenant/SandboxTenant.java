package io.tweestap.tenant;

import io.tweestap.shared.TenantId;
import java.util.EnumSet;
import java.util.UUID;

/// The tenant that the first start in embedded mode makes. Its id is fixed so that two starts can
/// never make two of it; an installation on a cluster does not have it.
public final class SandboxTenant {
  public static final TenantId ID = new TenantId(new UUID(0x7000L, 0x8000_0000_0000_0001L));

  private static final String TRY_IT_TAIL = "try1tpag";

  private SandboxTenant() {}

  /// The client as which the try-it page calls the API; tokens for it come from [AccessTokens].
  /// Nobody knows its secret.
  public static Caller tryItPage() {
    return new Caller(ID, tryItClient().text(), EnumSet.allOf(Scope.class));
  }

  static ClientId tryItClient() {
    return ClientId.withTail(ID, TRY_IT_TAIL);
  }
}
