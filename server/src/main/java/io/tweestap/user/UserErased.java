package io.tweestap.user;

import io.tweestap.shared.TenantId;

/// A user is about to be erased: whoever keeps rows about the user deletes them now (PRV-4).
///
/// Published inside of the transaction, so a listener's rows change with it or not at all.
public record UserErased(TenantId tenant, UserId user) {}
