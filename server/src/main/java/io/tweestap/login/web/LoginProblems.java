package io.tweestap.login.web;

import io.tweestap.limit.Limit;
import io.tweestap.login.LoginState;
import io.tweestap.login.Step;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the door says when the room says no.
@Component
class LoginProblems {
  private final Clock clock;

  LoginProblems(Clock clock) {
    this.clock = clock;
  }

  static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no login with this id.");
  }

  static Problem unknownUser() {
    return Problem.of(
        ProblemCode.NOT_FOUND,
        "There is no user with this reference. Put it with PUT /v1/users/{ref} first."
            + " Tell the person no more than for a wrong password.",
        Map.of("field", "user"));
  }

  static Problem over(LoginState state) {
    String detail =
        switch (state) {
          case PASSED -> "The login has passed already.";
          case FAILED -> "Too many wrong answers. Begin a new login.";
          case REFUSED -> "The policy allows no login.";
          case CANCELED -> "The login was canceled. Begin a new one.";
          case EXPIRED -> "The login has expired. Begin a new one.";
          case DETAILS_CHANGED ->
              "Amount or payee were changed; the login is void. Begin a new one.";
          case PENDING -> throw new IllegalArgumentException("a pending login is not over");
        };
    return Problem.of(ProblemCode.LOGIN_OVER, detail, Map.of("state", state.text()));
  }

  static Problem notNow(Step next) {
    String detail =
        switch (next) {
          case RECOVERY -> "The login asks for the code to an address first.";
          case ANSWER -> "The login asks for an answer with one of the options.";
          case ENROLLMENT_PROOF -> "The login asks for a proof before a factor is set up.";
          case ENROLLMENT -> "The login asks for a factor to be set up.";
          case CLAIM -> "The login has passed. Take its result with POST .../claim.";
          case NOTHING -> "The login does not ask for this.";
        };
    return Problem.of(ProblemCode.WRONG_STEP, detail, Map.of("next", next.text()));
  }

  static Problem wrong(int left) {
    return Problem.of(
        ProblemCode.WRONG_CODE,
        "The code is wrong. Answers left: " + left + ".",
        Map.of("answers_left", left));
  }

  static Problem codeUsed() {
    return Problem.of(ProblemCode.ALREADY_USED, "The code was used before. Wait for the next one.");
  }

  Problem slowedDown(Instant until) {
    long seconds = Math.max(1, (Duration.between(clock.instant(), until).toMillis() + 999) / 1000);
    return Problem.of(
            ProblemCode.SLOWED_DOWN,
            "Too many wrong codes. The next one is compared in " + seconds + " seconds.")
        .retryAfter(seconds);
  }

  static Problem mustRebind() {
    return Problem.of(
        ProblemCode.FACTOR_DISABLED,
        "The factor is out of use after 100 wrong codes in a row. Choose another one, or have it"
            + " set up anew.");
  }

  static Problem factorExpired() {
    return Problem.of(ProblemCode.FACTOR_EXPIRED, "The factor has expired. Choose another one.");
  }

  static Problem notUsable() {
    return Problem.of(
        ProblemCode.FACTOR_NOT_USABLE, "The login does not take this factor. Choose an option.");
  }

  static Problem challengeOver(String reason) {
    return Problem.of(
        ProblemCode.CHALLENGE_OVER,
        "The code that was sent, or the question, is not good any more. Ask for a new one.",
        Map.of("reason", reason));
  }

  static Problem detailsChanged() {
    return Problem.of(
        ProblemCode.DETAILS_CHANGED,
        "The details are not those that the login began with; it is void."
            + " Begin a new login with the new details.");
  }

  static Problem noSkipLeft() {
    return Problem.of(ProblemCode.NO_SKIP_LEFT, "Setting up a factor cannot be put off any more.");
  }

  static Problem parametersIgnored() {
    return Problem.of(
        ProblemCode.PARAMETERS_IGNORED,
        "The app took no notice of algorithm, digits or period. Use another app, or set up a"
            + " factor with the usual ones.");
  }

  static Problem noAddress() {
    return Problem.of(
        ProblemCode.NO_PROVEN_ADDRESS,
        "The user has no proven address that this login can send a code to. Staff must help.");
  }

  static Problem askStaff() {
    return Problem.of(
        ProblemCode.NO_PROVEN_ADDRESS,
        "Nothing is sent: the policy asks for a code that staff hand out. Send it as code.");
  }

  static Problem tooEarly(Duration wait) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    return Problem.of(ProblemCode.TOO_EARLY, "A new code can be sent in " + seconds + " seconds.")
        .retryAfter(seconds);
  }

  static Problem rateLimited(Limit limit, Duration wait) {
    return Problem.of(
            ProblemCode.RATE_LIMITED,
            "The limit " + limit.text() + " is used up. Nothing was sent.",
            Map.of("limit", limit.text()))
        .retryAfter(wait.toSeconds());
  }

  static Problem notPossible(String reason) {
    return Problem.of(
        ProblemCode.CHALLENGE_NOT_POSSIBLE,
        "No code can be sent there now. Choose another option.",
        Map.of("reason", reason));
  }

  static Problem claimedBefore() {
    return Problem.of(
        ProblemCode.ALREADY_CLAIMED,
        "The result of this login was taken before. Log nobody in by this request.");
  }

  static Problem wrongReturnCode() {
    return Problem.of(
        ProblemCode.WRONG_CODE,
        "The return code does not belong to this login. Log nobody in by this request.");
  }

  static Problem tooManyFactors(int most) {
    return Problem.of(ProblemCode.LIMIT_REACHED, "A user has at most " + most + " factors.");
  }
}
