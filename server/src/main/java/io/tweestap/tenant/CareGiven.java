package io.tweestap.tenant;

import io.tweestap.shared.TenantId;

/// A tenant was put into the care of another one, in the present transaction.
public record CareGiven(TenantId tenant, TenantId operator) {}
