package io.tweestap.delivery;

import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.UUID;

/// What came of the first code of a verification.
///
/// @param about the verification, see [NewMessage]
/// @param country that it went to, ISO 3166-1 alpha-2; blank where nobody knows
/// @param typed whether it was typed; one that another had to take the place of was not
/// @param at when it was sent
public record CodeOutcome(TenantId tenant, UUID about, String country, boolean typed, Instant at) {}
