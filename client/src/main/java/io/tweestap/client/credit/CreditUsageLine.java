package io.tweestap.client.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// What was spent on the messages of one group. What was not asked for is empty.
///
/// @param day on which their price was taken
/// @param country ISO 3166-1 alpha-2; `ZZ` for numbers that belong to none
/// @param sender that recipients saw
/// @param messages that were submitted
/// @param parts in which they were
public record CreditUsageLine(
    Optional<LocalDate> day,
    Optional<String> country,
    Optional<String> sender,
    long messages,
    long parts,
    BigDecimal amount) {}
