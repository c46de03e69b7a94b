package io.tweestap.client.credit;

import java.math.BigDecimal;

/// The sum of what was spent.
///
/// @param messages that were submitted
/// @param parts in which they were
public record CreditUsageTotal(long messages, long parts, BigDecimal amount) {}
