package io.tweestap.tenant;

import io.tweestap.shared.TenantId;

/// A client was ended on this node; whatever remembers its credentials forgets them.
public record ClientRevoked(TenantId tenant, String clientId) {}
