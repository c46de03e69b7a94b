package io.tweestap.page.prompt;

import io.tweestap.login.LoginState;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.page.prompt.Kept.Said;
import java.time.Instant;
import java.util.Set;

/// What a visitor is told of a step that was not taken.
final class Steps {
  private static final Set<String> TOLD = Set.of("too_many_checks", "expired", "counter_went_back");

  private Steps() {}

  /// @throws IllegalArgumentException when the step was taken
  static Kept refused(Kept kept, StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Taken(Standing standing) ->
          throw new IllegalArgumentException("taken: " + standing);
      case StepOutcome.Wrong(int left) -> kept.saying(new Said("wrong", left, null, true));
      case StepOutcome.CodeUsed() -> kept.saying(Said.bad("code_used"));
      case StepOutcome.SlowedDown(Instant until) -> kept.saying(slowed(until));
      case StepOutcome.Busy() -> kept.saying(Said.bad("busy"));
      case StepOutcome.MustRebind() -> kept.saying(Said.bad("must_rebind"));
      case StepOutcome.FactorExpired() -> kept.saying(Said.bad("factor_expired"));
      case StepOutcome.NotUsable() -> kept.saying(Said.bad("not_usable"));
      case StepOutcome.ChallengeOver(String reason) ->
          kept.notAsking().saying(Said.bad(TOLD.contains(reason) ? reason : "challenge_over"));
      case StepOutcome.ParametersIgnored() -> kept.saying(Said.bad("parameters_ignored"));
      case StepOutcome.Unfit(String _, String _) -> kept.saying(Said.bad("unfit"));
      case StepOutcome.NoSkipLeft() -> kept.saying(Said.bad("no_skip_left"));
      // The page itself shows where the login is now.
      case StepOutcome.DetailsChanged(), StepOutcome.NotFound() -> kept.saying(null);
      case StepOutcome.Over(LoginState _) -> kept.saying(null);
      case StepOutcome.NotNow(Step _) -> kept.saying(null);
    };
  }

  static Said slowed(Instant until) {
    return new Said("slowed_down", 0, until, true);
  }
}
