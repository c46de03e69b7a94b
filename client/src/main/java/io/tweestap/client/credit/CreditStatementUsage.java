package io.tweestap.client.credit;

import java.math.BigDecimal;

/// What was spent on messages to a country.
///
/// @param country ISO 3166-1 alpha-2; `ZZ` for numbers that belong to none
/// @param messages that were submitted
/// @param parts in which they were
public record CreditStatementUsage(String country, long messages, long parts, BigDecimal amount) {}
