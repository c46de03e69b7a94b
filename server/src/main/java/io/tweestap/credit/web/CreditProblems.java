package io.tweestap.credit.web;

import io.tweestap.credit.Money;
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
      case Shortage.TrialOver(int parts, int left, Money needed) ->
          Problem.of(
              ProblemCode.INSUFFICIENT_CREDIT,
              ("Of the free trial %d messages are left, and this takes %d. Nothing was sent. Pay"
                      + " for credit and send again.")
                  .formatted(left, parts),
              Map.of(
                  "needed", needed.amount(),
                  "available", new Money(0, needed.currency()).amount(),
                  "currency", needed.currency()));
      case Shortage.TrialSender(String sender) ->
          Problem.of(
              ProblemCode.TRIAL_RESTRICTED,
              ("Until a first payment, messages go out as %s only. Nothing was sent. Leave out"
                      + " sender, or pay for credit first.")
                  .formatted(sender));
      case Shortage.TrialNumber(String first, int count) ->
          Problem.of(
              ProblemCode.TRIAL_RESTRICTED,
              ("Until a first payment, texts go only to numbers where a code of yours was typed;"
                      + " recipients without one: %d, the first is %s. Nothing was sent. Have the"
                      + " number verified (POST /v1/verifications), or pay for credit first.")
                  .formatted(count, first));
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
