package io.tweestap.tenant;

import io.tweestap.shared.TenantId;

/// A tenant was made, in the present transaction.
public record TenantCreated(TenantId tenant, String name) {}
