package io.tweestap.tenant;

import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;

/// A number got a fixed code, in the present transaction.
public record TestNumberSet(TenantId tenant, PhoneNumber number) {}
