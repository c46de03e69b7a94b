package io.tweestap.risk.web;

import io.tweestap.risk.Decision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision of the fraud guard as the API shows it. Never a whole number or address.
record FraudDecisionView(
    UUID id,
    Instant at,
    String action,
    String rule,
    BigDecimal count,
    BigDecimal threshold,
    Instant blockedUntil,
    boolean openedBlock,
    String country,
    String to,
    String channel,
    @Nullable String sourceNetwork) {
  static FraudDecisionView of(Decision decision) {
    return new FraudDecisionView(
        decision.id(),
        decision.at(),
        decision.action().text(),
        decision.rule().text(),
        rounded(decision.block().breach().count()),
        rounded(decision.block().breach().threshold()),
        decision.block().until(),
        decision.opened(),
        decision.country(),
        decision.to(),
        decision.channel().text(),
        decision.network().orElse(null));
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
  }
}
