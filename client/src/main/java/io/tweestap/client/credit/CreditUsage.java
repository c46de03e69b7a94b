package io.tweestap.client.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a tenant spent.
///
/// @param from first day
/// @param to last day
/// @param timeZone where days begin and end, a name of the tz database
/// @param currency ISO 4217; empty where there never was an account
/// @param total the sum of all lines
/// @param lines in order of day, country and sender
public record CreditUsage(
    LocalDate from,
    LocalDate to,
    String timeZone,
    Optional<String> currency,
    CreditUsageTotal total,
    List<CreditUsageLine> lines) {}
