package io.tweestap.user;

import io.tweestap.shared.TenantId;

/// A user was closed for good: every factor becomes invalid (BND-6).
///
/// Published inside of the transaction, so a listener's rows change with it or not at all.
public record UserClosed(TenantId tenant, UserId user) {}
