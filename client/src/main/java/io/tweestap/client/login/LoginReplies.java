package io.tweestap.client.login;

import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.TweestapUnavailable;
import io.tweestap.client.factor.BegunFactor;
import io.tweestap.client.factor.FactorReplies;
import io.tweestap.client.http.Reply;
import java.util.Arrays;
import java.util.Locale;

/// What the server's answers about a login come to. Only the state [LoginState#PASSED] together
/// with a result lets anybody in; whatever this client does not know is an exception.
final class LoginReplies {
  private LoginReplies() {}

  static BeginOutcome begun(Reply<Login> reply) {
    return switch (reply) {
      case Reply.Good<Login>(Login login) -> begun(login);
      case Reply.Bad<Login>(Problem problem)
          when problem.is("not_found") && problem.text("field").equals("user") ->
          new BeginOutcome.UnknownUser();
      case Reply.Bad<Login>(Problem problem) -> throw new RequestRefused(problem);
    };
  }

  private static BeginOutcome begun(Login login) {
    return switch (login.state()) {
      case PASSED -> new BeginOutcome.Passed(login, result(login));
      case REFUSED -> new BeginOutcome.Refused(login);
      case PENDING -> asked(login);
      case FAILED, CANCELED, EXPIRED, DETAILS_CHANGED, UNKNOWN ->
          throw strange("a login that begins as " + login.state());
    };
  }

  private static BeginOutcome asked(Login login) {
    LoginEnrollment enrollment = login.enrollment();
    return login.decision() == LoginDecision.ENROLL && enrollment != null
        ? new BeginOutcome.Enroll(login, enrollment)
        : new BeginOutcome.Challenge(login);
  }

  static ClaimOutcome claimed(Reply<Login> reply) {
    return switch (reply) {
      case Reply.Good<Login>(Login login) when login.state() == LoginState.PASSED ->
          new ClaimOutcome.Passed(login, result(login));
      case Reply.Good<Login>(Login login) ->
          throw strange("a claimed login that is " + login.state());
      case Reply.Bad<Login>(Problem problem) ->
          switch (problem.code()) {
            case "wrong_code" -> new ClaimOutcome.WrongCode();
            case "already_claimed" -> new ClaimOutcome.ClaimedBefore();
            case "wrong_step" -> new ClaimOutcome.NotYet(step(problem));
            case "login_over" -> new ClaimOutcome.Over(state(problem));
            default -> throw new RequestRefused(problem);
          };
    };
  }

  static boolean canceled(Reply<Login> reply) {
    return switch (reply) {
      case Reply.Good<Login>(Login login) -> true;
      case Reply.Bad<Login>(Problem problem) when problem.is("login_over") -> false;
      case Reply.Bad<Login>(Problem problem) -> throw new RequestRefused(problem);
    };
  }

  static AnswerOutcome answered(Reply<Login> reply) {
    return switch (reply) {
      case Reply.Good<Login>(Login login) -> right(login);
      case Reply.Bad<Login>(Problem problem) -> notRight(problem);
    };
  }

  private static AnswerOutcome right(Login login) {
    return switch (login.state()) {
      case PASSED -> new AnswerOutcome.Passed(login, result(login));
      case PENDING -> new AnswerOutcome.Continues(login);
      case REFUSED, FAILED, CANCELED, EXPIRED, DETAILS_CHANGED ->
          new AnswerOutcome.Over(login.state());
      case UNKNOWN -> throw strange("a login in a state that this client does not know");
    };
  }

  private static AnswerOutcome notRight(Problem problem) {
    return switch (problem.code()) {
      case "wrong_code" -> new AnswerOutcome.Wrong(problem.number("answers_left").orElse(0));
      case "slowed_down", "rate_limited" -> new AnswerOutcome.SlowedDown(problem.retryAfter());
      case "already_used" -> new AnswerOutcome.AlreadyUsed();
      case "challenge_over" -> new AnswerOutcome.ChallengeOver(problem.text("reason"));
      case "factor_not_usable", "factor_disabled", "factor_expired" ->
          new AnswerOutcome.NotUsable(problem.code());
      case "parameters_ignored" -> new AnswerOutcome.ParametersIgnored();
      case "details_changed" -> new AnswerOutcome.DetailsChanged();
      case "wrong_step" -> new AnswerOutcome.WrongStep(step(problem));
      case "login_over" -> new AnswerOutcome.Over(state(problem));
      default -> throw new RequestRefused(problem);
    };
  }

  static ChallengeOutcome challenged(Reply<LoginChallenge> reply) {
    return switch (reply) {
      case Reply.Good<LoginChallenge>(LoginChallenge made) -> new ChallengeOutcome.Made(made);
      case Reply.Bad<LoginChallenge>(Problem problem) ->
          switch (problem.code()) {
            case "too_early" -> new ChallengeOutcome.TooEarly(problem.retryAfter());
            case "slowed_down", "rate_limited" ->
                new ChallengeOutcome.SlowedDown(problem.retryAfter());
            case "challenge_not_possible" ->
                new ChallengeOutcome.NotPossible(problem.text("reason"));
            case "factor_not_usable", "factor_disabled", "factor_expired" ->
                new ChallengeOutcome.NotUsable(problem.code());
            case "wrong_step" -> new ChallengeOutcome.WrongStep(step(problem));
            case "login_over" -> new ChallengeOutcome.Over(state(problem));
            default -> throw new RequestRefused(problem);
          };
    };
  }

  static ProofOutcome proof(Reply<LoginProof> reply) {
    return switch (reply) {
      case Reply.Good<LoginProof>(LoginProof sent) -> new ProofOutcome.Sent(sent);
      case Reply.Bad<LoginProof>(Problem problem) ->
          switch (problem.code()) {
            case "too_early" -> new ProofOutcome.TooEarly(problem.retryAfter());
            case "rate_limited" -> new ProofOutcome.SlowedDown(problem.retryAfter());
            case "no_proven_address" -> new ProofOutcome.NoProvenAddress();
            case "challenge_not_possible" -> new ProofOutcome.NotPossible(problem.text("reason"));
            case "wrong_step" -> new ProofOutcome.WrongStep(step(problem));
            case "login_over" -> new ProofOutcome.Over(state(problem));
            default -> throw new RequestRefused(problem);
          };
    };
  }

  static EnrollmentOutcome enrolling(Reply<BegunFactor> reply) {
    return switch (reply) {
      case Reply.Bad<BegunFactor>(Problem problem) when problem.is("wrong_step") ->
          new EnrollmentOutcome.WrongStep(step(problem));
      case Reply.Bad<BegunFactor>(Problem problem) when problem.is("login_over") ->
          new EnrollmentOutcome.Over(state(problem));
      case Reply.Good<BegunFactor> good -> new EnrollmentOutcome.Factor(FactorReplies.begun(good));
      case Reply.Bad<BegunFactor> bad -> new EnrollmentOutcome.Factor(FactorReplies.begun(bad));
    };
  }

  static SkipOutcome skipped(Reply<Login> reply) {
    return switch (reply) {
      case Reply.Good<Login>(Login login) when login.state() == LoginState.PASSED ->
          new SkipOutcome.Passed(login, result(login));
      case Reply.Good<Login>(Login login) when login.state() == LoginState.PENDING ->
          new SkipOutcome.Continues(login);
      case Reply.Good<Login>(Login login) -> new SkipOutcome.Over(login.state());
      case Reply.Bad<Login>(Problem problem) ->
          switch (problem.code()) {
            case "no_skip_left" -> new SkipOutcome.NoSkipLeft();
            case "wrong_step" -> new SkipOutcome.WrongStep(step(problem));
            case "login_over" -> new SkipOutcome.Over(state(problem));
            default -> throw new RequestRefused(problem);
          };
    };
  }

  private static LoginResult result(Login login) {
    LoginResult result = login.result();
    if (result == null) {
      throw strange("a login that passed without a result");
    }
    return result;
  }

  private static LoginStep step(Problem problem) {
    return Arrays.stream(LoginStep.values())
        .filter(step -> step.name().equals(problem.text("next").toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(LoginStep.UNKNOWN);
  }

  private static LoginState state(Problem problem) {
    return Arrays.stream(LoginState.values())
        .filter(state -> state.name().equals(problem.text("state").toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(LoginState.UNKNOWN);
  }

  private static TweestapUnavailable strange(String what) {
    return new TweestapUnavailable(what, null);
  }
}
