package io.tweestap.factor.web;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.FactorState;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.user.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// What the door says when the room says no.
public final class FactorProblems {
  private FactorProblems() {}

  static Problem noUser() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such user.");
  }

  static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such factor of this user.");
  }

  /// A user has as many factors as allowed.
  public static Problem tooMany(int most) {
    return Problem.of(
        ProblemCode.LIMIT_REACHED,
        "A user has at most " + most + " factors, pending ones included; remove one first.");
  }

  static Problem wrongState(FactorState state) {
    return Problem.of(
        ProblemCode.FACTOR_NOT_USABLE,
        "This cannot be done with a factor that is " + state.text() + ".",
        Map.of("state", state.text()));
  }

  /// Why an answer was not right.
  ///
  /// @param now to say how long to wait
  public static Problem notRight(AnswerOutcome outcome, Instant now) {
    return switch (outcome) {
      case AnswerOutcome.Right _ -> throw new IllegalArgumentException("the answer was right");
      case AnswerOutcome.Wrong() -> Problem.of(ProblemCode.WRONG_CODE, "The code is wrong.");
      case AnswerOutcome.AlreadyUsed() ->
          Problem.of(ProblemCode.ALREADY_USED, "The code was used before. Wait for the next one.");
      case AnswerOutcome.ParametersIgnored() ->
          Problem.of(
              ProblemCode.PARAMETERS_IGNORED,
              "The app computes SHA1, 6 digits and 30 seconds whatever the QR code says. Begin"
                  + " again without algorithm, digits and period, or use another app.");
      case AnswerOutcome.SlowedDown(Instant until) -> slowedDown(until, now);
      case AnswerOutcome.Busy() -> busy();
      case AnswerOutcome.MustRebind() -> disabled();
      case AnswerOutcome.Expired() -> expired();
      case AnswerOutcome.ChallengeOver(String reason) ->
          Problem.of(
              ProblemCode.CHALLENGE_OVER,
              "The challenge cannot be answered any more. Begin a new one.",
              Map.of("reason", reason));
      case AnswerOutcome.NotUsable() -> notFound();
      case AnswerOutcome.Raced() -> slowedDown(now.plusSeconds(1), now);
    };
  }

  /// Too much was asked for at once of what is costly to compute.
  public static Problem busy() {
    return Problem.of(
            ProblemCode.UNAVAILABLE, "Too many codes come at once. Send it again in a moment.")
        .retryAfter(1);
  }

  static Problem disabled() {
    return Problem.of(
        ProblemCode.FACTOR_DISABLED,
        "A hundred answers in a row were wrong. Remove the factor and set it up anew.");
  }

  static Problem expired() {
    return Problem.of(ProblemCode.FACTOR_EXPIRED, "The factor has expired. Set up another one.");
  }

  static Problem userNotActive(UserState state) {
    return Problem.of(
        ProblemCode.FACTOR_NOT_USABLE,
        "The user is " + state.text() + ".",
        Map.of("user_state", state.text()));
  }

  static Problem slowedDown(Instant until, Instant now) {
    long seconds = Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
    return Problem.of(
            ProblemCode.SLOWED_DOWN,
            "Too many wrong codes. The next one is looked at in " + seconds + " seconds.",
            Map.of("until", until))
        .retryAfter(seconds);
  }
}
