package io.tweestap.factor;

import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;

/// What a user can prove has changed: a factor was bound, suspended, resumed, or ended.
///
/// Published inside of the transaction, so a listener's rows change with it or not at all.
public record FactorsChanged(TenantId tenant, UserId user) {}
