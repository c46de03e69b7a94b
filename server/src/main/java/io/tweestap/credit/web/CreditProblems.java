package io.tweestap.credit.web;

import io.tweestap.credit.Shortage;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;

/// Why messages cannot be paid for, for every door that sends some.
public final class CreditProblems {
  private CreditProblems() {}

  /// The problem that answers a shortage. Nothing was sent and nothing taken.
  public static Problem of(Shortage shortage) {
    return switch (shortage) {
      case Shortage.TooLittle(var needed, var available) ->
          Problem.of(
              ProblemCode.INSUFFICIENT_CREDIT,
              "This costs %s, and the credit is %s. Nothing was sent. Add credit and send again."
                  .formatted(needed, available),
              Map.of(
                  "needed", needed.amount(),
                  "available", available.amount(),
                  "currency", needed.currency()));
      case Shortage.NoPrice(String country, String currency) ->
          Problem.of(
              ProblemCode.NO_PRICE,
              "There is no price in %s for messages to %s, so nothing was sent. Ask for one."
                  .formatted(currency, country),
              Map.of("country", country, "currency", currency));
    };
  }

  /// There is nothing to look at or to change.
  static Problem noAccount() {
    return Problem.of(
        ProblemCode.NOT_FOUND, "There is no credit account: messages cost this tenant nothing.");
  }
}
