package io.tweestap.client.factor;

import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Reply;

/// What the server's answers about factors come to. Internal: public for logins, in which factors
/// are begun as well.
public final class FactorReplies {
  private FactorReplies() {}

  /// @throws RequestRefused when the caller can do nothing about it
  public static BeginFactorOutcome begun(Reply<BegunFactor> reply) {
    return switch (reply) {
      case Reply.Good<BegunFactor>(BegunFactor begun) -> new BeginFactorOutcome.Begun(begun);
      case Reply.Bad<BegunFactor>(Problem problem) ->
          switch (problem.code()) {
            case "invalid_number",
                "country_not_allowed",
                "number_type_not_allowed",
                "number_taken" ->
                new BeginFactorOutcome.BadNumber(problem.code(), problem.detail());
            case "token_not_in_stock" -> new BeginFactorOutcome.TokenNotInStock();
            case "limit_reached" -> new BeginFactorOutcome.LimitReached();
            case "channel_not_available" -> new BeginFactorOutcome.ChannelNotAvailable();
            case "rate_limited", "fraud_blocked" ->
                new BeginFactorOutcome.SlowedDown(problem.retryAfter());
            case "user_closed" -> new BeginFactorOutcome.UserClosed();
            default -> throw new RequestRefused(problem);
          };
    };
  }

  static <T> VerifyOutcome<T> verified(Reply<T> reply) {
    return switch (reply) {
      case Reply.Good<T>(T value) -> new VerifyOutcome.Right<>(value);
      case Reply.Bad<T>(Problem problem) ->
          switch (problem.code()) {
            case "wrong_code" -> new VerifyOutcome.Wrong<>();
            case "slowed_down", "rate_limited" ->
                new VerifyOutcome.SlowedDown<>(problem.retryAfter());
            case "already_used" -> new VerifyOutcome.AlreadyUsed<>();
            case "challenge_over" -> new VerifyOutcome.ChallengeOver<>(problem.text("reason"));
            case "factor_not_usable", "factor_disabled", "factor_expired" ->
                new VerifyOutcome.NotUsable<>(problem.code());
            case "parameters_ignored" -> new VerifyOutcome.ParametersIgnored<>();
            default -> throw new RequestRefused(problem);
          };
    };
  }

  static AskOutcome asked(Reply<FactorChallenge> reply) {
    return switch (reply) {
      case Reply.Good<FactorChallenge>(FactorChallenge made) -> new AskOutcome.Made(made);
      case Reply.Bad<FactorChallenge>(Problem problem) ->
          switch (problem.code()) {
            case "too_early" -> new AskOutcome.TooEarly(problem.retryAfter());
            case "slowed_down", "rate_limited" -> new AskOutcome.SlowedDown(problem.retryAfter());
            case "challenge_not_possible" -> new AskOutcome.NotPossible(problem.text("reason"));
            case "factor_not_usable", "factor_disabled", "factor_expired" ->
                new AskOutcome.NotUsable(problem.code());
            default -> throw new RequestRefused(problem);
          };
    };
  }
}
