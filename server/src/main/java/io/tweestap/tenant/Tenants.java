package io.tweestap.tenant;

import io.tweestap.shared.TenantId;

/// Finds tenants. Settings are remembered in memory for a few seconds.
public interface Tenants {
  /// The tenant of an authenticated caller.
  ///
  /// @throws IllegalStateException when it does not exist: a caller's tenant always does
  Tenant get(TenantId tenant);
}
