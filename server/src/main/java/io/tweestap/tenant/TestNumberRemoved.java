package io.tweestap.tenant;

import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;

/// A number is no test number any more, in the present transaction.
public record TestNumberRemoved(TenantId tenant, PhoneNumber number) {}
