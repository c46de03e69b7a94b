package io.tweestap.tenant;

import io.tweestap.shared.TenantId;

/// A client was ended for good, in the present transaction; see [ClientRevoked] for what remembers
/// its credentials.
public record ClientEnded(TenantId tenant, String clientId) {}
