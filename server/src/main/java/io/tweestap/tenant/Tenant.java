package io.tweestap.tenant;

import io.tweestap.shared.TenantId;

/// An organization and its settings.
public record Tenant(TenantId id, String name, TenantSettings settings) {}
