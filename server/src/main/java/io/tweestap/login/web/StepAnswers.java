package io.tweestap.login.web;

import io.tweestap.factor.web.FactorProblems;
import io.tweestap.login.LoginState;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Makes an HTTP answer of the outcome of a step.
@Component
class StepAnswers {
  private final LoginProblems problems;

  StepAnswers(LoginProblems problems) {
    this.problems = problems;
  }

  /// Why a step was not taken.
  Problem refusal(StepOutcome outcome) {
    try {
      throw new IllegalArgumentException("the step was taken: " + of(outcome).id());
    } catch (Problem problem) {
      return problem;
    }
  }

  /// @throws io.tweestap.shared.web.Problem unless the step was taken
  LoginView of(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Taken(Standing standing) -> LoginView.of(standing);
      case StepOutcome.Wrong(int left) -> throw LoginProblems.wrong(left);
      case StepOutcome.CodeUsed() -> throw LoginProblems.codeUsed();
      case StepOutcome.SlowedDown(Instant until) -> throw problems.slowedDown(until);
      case StepOutcome.Busy() -> throw FactorProblems.busy();
      case StepOutcome.MustRebind() -> throw LoginProblems.mustRebind();
      case StepOutcome.FactorExpired() -> throw LoginProblems.factorExpired();
      case StepOutcome.NotUsable() -> throw LoginProblems.notUsable();
      case StepOutcome.ChallengeOver(String reason) -> throw LoginProblems.challengeOver(reason);
      case StepOutcome.DetailsChanged() -> throw LoginProblems.detailsChanged();
      case StepOutcome.Unfit(String field, String why) -> throw Fields.invalid(field, why);
      case StepOutcome.Over(LoginState state) -> throw LoginProblems.over(state);
      case StepOutcome.NotNow(Step next) -> throw LoginProblems.notNow(next);
      case StepOutcome.NoSkipLeft() -> throw LoginProblems.noSkipLeft();
      case StepOutcome.ParametersIgnored() -> throw LoginProblems.parametersIgnored();
      case StepOutcome.NotFound() -> throw LoginProblems.notFound();
    };
  }
}
