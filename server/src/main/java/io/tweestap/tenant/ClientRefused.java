package io.tweestap.tenant;

import io.tweestap.shared.TenantId;

/// Somebody came with the id of a client that exists, and with a wrong secret or after it was
/// revoked.
public record ClientRefused(TenantId tenant, String clientId) {}
