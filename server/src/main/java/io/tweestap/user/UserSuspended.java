package io.tweestap.user;

import io.tweestap.shared.TenantId;

/// A user cannot log in until resumed. Sessions end, factors stay.
///
/// Published inside of the transaction, so a listener's rows change with it or not at all.
public record UserSuspended(TenantId tenant, UserId user) {}
