package io.tweestap.verification.web;

import io.tweestap.credit.Shortage;
import io.tweestap.credit.web.CreditProblems;
import io.tweestap.limit.Limit;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.StartOutcome;
import java.time.Duration;

/// Why no code was sent, for every door that sends one.
public final class StartProblems {
  private StartProblems() {}

  /// The problem that answers a refusal.
  ///
  /// @param field the request's own name for the address
  public static Problem of(StartOutcome refusal, String field) {
    Problem problem = of(refusal);
    if (problem.getBody().getProperties() != null
        && "to".equals(problem.getBody().getProperties().get("field"))) {
      problem.getBody().setProperty("field", field);
    }
    return problem;
  }

  /// The fraud guard's no. It says when, and nothing of what was counted: whoever tries to find the
  /// thresholds, or what others do, learns nothing from it.
  public static Problem blocked(Duration wait) {
    return Problem.of(
            ProblemCode.FRAUD_BLOCKED,
            "The fraud guard holds this code back for now. Nothing was sent.")
        .retryAfter(wait.toSeconds());
  }

  static Problem of(StartOutcome refusal) {
    return switch (refusal) {
      case StartOutcome.Started _ -> throw new IllegalArgumentException("a code was sent");
      case StartOutcome.InvalidNumber(String reason) -> VerificationProblems.invalidNumber(reason);
      case StartOutcome.InvalidAddress() -> VerificationProblems.invalidAddress();
      case StartOutcome.CostlyNumber(String kind) -> VerificationProblems.costlyNumber(kind);
      case StartOutcome.CountryNotAllowed(String country) ->
          VerificationProblems.countryNotAllowed(country);
      case StartOutcome.ChannelNotAllowed(Purpose purpose, Channel channel) ->
          VerificationProblems.channelNotAllowed(purpose, channel);
      case StartOutcome.ChannelNotAvailable(Channel channel) ->
          VerificationProblems.channelNotAvailable(channel);
      case StartOutcome.TtlOverCap(Purpose purpose, Duration cap) ->
          VerificationProblems.ttlOverCap(purpose, cap);
      case StartOutcome.TemplateNotUsable(String reason) ->
          VerificationProblems.templateNotUsable(reason);
      case StartOutcome.SenderNotAllowed(String country, String advice) ->
          VerificationProblems.senderNotAllowed(country, advice);
      case StartOutcome.Blocked(Duration wait) -> blocked(wait);
      case StartOutcome.RateLimited(Limit limit, Duration wait) ->
          VerificationProblems.rateLimited(limit, wait);
      case StartOutcome.Unpaid(Shortage why) -> CreditProblems.of(why);
    };
  }
}
