package io.tweestap.login.disconnect;

import io.tweestap.shared.TenantId;

/// The API client of a member of the staff, and the tenant that it belongs to: the user's own, or
/// an operator's.
public record Staff(TenantId tenant, String clientId) {}
