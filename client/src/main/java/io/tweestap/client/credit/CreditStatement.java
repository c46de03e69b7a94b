package io.tweestap.client.credit;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/// A month of the credit: `opening` and `paid`, less `spent`, is `closing`.
///
/// @param timeZone where it begins and ends, a name of the tz database
/// @param done whether it is over
/// @param currency ISO 4217
/// @param payments in their order; at most 500, and one for the sum of all others
/// @param usage by country
public record CreditStatement(
    YearMonth month,
    String timeZone,
    boolean done,
    String currency,
    BigDecimal opening,
    BigDecimal paid,
    BigDecimal spent,
    BigDecimal closing,
    List<CreditStatementPayment> payments,
    List<CreditStatementUsage> usage) {}
