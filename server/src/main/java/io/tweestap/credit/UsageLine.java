package io.tweestap.credit;

import java.time.LocalDate;
import java.util.Optional;

/// What was spent on the messages of one group. What they are not told apart by is empty.
///
/// @param country ISO 3166-1 alpha-2; `ZZ` for numbers that belong to none
/// @param messages that were submitted, 1 or more
/// @param parts in which they were
public record UsageLine(
    Optional<LocalDate> day,
    Optional<String> country,
    Optional<String> sender,
    long messages,
    long parts,
    Money amount) {}
