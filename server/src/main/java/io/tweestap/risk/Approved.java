package io.tweestap.risk;

import io.tweestap.shared.TenantId;
import java.time.Instant;

/// A verification whose code was typed.
///
/// @param startedAt when its first code was sent
/// @param sends how many codes were sent for it, 1 or more
public record Approved(TenantId tenant, Counted counted, Instant startedAt, int sends) {}
