package io.tweestap.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What endpoints are told when the fraud guard blocks something, once for each block.
///
/// @param id of the decision that opened the block
/// @param sourceNetwork missing where nobody knows the visitor's address
record FraudNews(
    UUID id,
    String action,
    String rule,
    BigDecimal count,
    BigDecimal threshold,
    String country,
    String to,
    @Nullable String sourceNetwork,
    Instant blockedUntil) {
  static FraudNews of(Decision decision) {
    return new FraudNews(
        decision.id(),
        decision.action().text(),
        decision.rule().text(),
        rounded(decision.block().breach().count()),
        rounded(decision.block().breach().threshold()),
        decision.country(),
        decision.to(),
        decision.network().orElse(null),
        decision.block().until());
  }

  /// With one decimal: hours are cut out of two clock hours, so counts need not be whole.
  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
  }
}
