package io.tweestap.login.web;

import io.tweestap.limit.Limit;
import io.tweestap.login.LoginState;
import io.tweestap.login.Step;
import io.tweestap.login.enroll.ProofOutcome;
import java.time.Duration;

/// Makes an HTTP answer of the wish for a code to an address.
final class ProofAnswers {
  private ProofAnswers() {}

  static ProofView of(ProofOutcome outcome) {
    return switch (outcome) {
      case ProofOutcome.Sent sent -> ProofView.of(sent);
      case ProofOutcome.AskStaff() -> throw LoginProblems.askStaff();
      case ProofOutcome.NoAddress() -> throw LoginProblems.noAddress();
      case ProofOutcome.TooMany(Duration wait) -> throw LoginProblems.tooEarly(wait);
      case ProofOutcome.RateLimited(Limit limit, Duration wait) ->
          throw LoginProblems.rateLimited(limit, wait);
      case ProofOutcome.NotPossible(String reason) -> throw LoginProblems.notPossible(reason);
      case ProofOutcome.NotNow(Step next) -> throw LoginProblems.notNow(next);
      case ProofOutcome.Over(LoginState state) -> throw LoginProblems.over(state);
      case ProofOutcome.NotFound() -> throw LoginProblems.notFound();
    };
  }
}
