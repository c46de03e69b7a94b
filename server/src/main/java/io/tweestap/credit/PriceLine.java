package io.tweestap.credit;

import java.time.LocalDate;

/// A line of the price list.
///
/// @param country ISO 3166-1 alpha-2
/// @param network MCC-MNC as in `204-08`; empty for the country as a whole
/// @param prefix of the numbers that it counts for, as in `+316`; empty: all of the country
/// @param validFrom the day, in UTC, from which on it counts
/// @param perPart what one SMS part costs
public record PriceLine(
    String country, String network, String prefix, LocalDate validFrom, Money perPart) {}
