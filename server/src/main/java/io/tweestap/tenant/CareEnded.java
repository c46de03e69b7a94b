package io.tweestap.tenant;

import io.tweestap.shared.TenantId;

/// A tenant was taken out of the care of another one, in the present transaction.
public record CareEnded(TenantId tenant, TenantId operator) {}
