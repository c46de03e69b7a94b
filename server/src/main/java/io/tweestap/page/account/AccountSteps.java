package io.tweestap.page.account;

import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.limit.Limit;
import io.tweestap.login.LoginChallengeOutcome;
import io.tweestap.login.LoginState;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.enroll.ProofOutcome;
import io.tweestap.page.account.Kept.Asked;
import io.tweestap.page.account.Kept.Said;
import io.tweestap.page.account.Kept.Sent;
import io.tweestap.shared.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a visitor is told of a step, and what is kept of it.
@Component
class AccountSteps {
  private static final Set<String> TOLD = Set.of("too_many_checks", "expired", "counter_went_back");

  private final Clock clock;

  AccountSteps(Clock clock) {
    this.clock = clock;
  }

  /// @throws IllegalArgumentException when the step was taken
  Kept refused(Kept kept, StepOutcome outcome) {
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
          kept.asking(null).saying(Said.bad(TOLD.contains(reason) ? reason : "challenge_over"));
      case StepOutcome.ParametersIgnored() -> kept.saying(Said.bad("parameters_ignored"));
      case StepOutcome.Unfit(String _, String _) -> kept.saying(Said.bad("not_allowed"));
      // The page itself shows where it is now.
      case StepOutcome.NoSkipLeft(), StepOutcome.DetailsChanged(), StepOutcome.NotFound() ->
          kept.saying(null);
      case StepOutcome.Over(LoginState _) -> kept.saying(null);
      case StepOutcome.NotNow(Step _) -> kept.saying(null);
    };
  }

  private static Said slowed(Instant until) {
    return new Said("slowed_down", 0, until, true);
  }

  private Said tooEarly(Duration wait) {
    return new Said("too_early", 0, clock.instant().plus(wait), true);
  }

  Kept challenged(Kept kept, UUID factor, LoginChallengeOutcome outcome) {
    return switch (outcome) {
      case LoginChallengeOutcome.Made(ChallengeOutcome made) -> made(kept, factor, made);
      case LoginChallengeOutcome.NotAnOption() -> kept.saying(Said.bad("not_usable"));
      case LoginChallengeOutcome.NotNow(Step _) -> kept;
      case LoginChallengeOutcome.Over(LoginState _) -> kept;
      case LoginChallengeOutcome.NotFound() -> kept;
    };
  }

  private Kept made(Kept kept, UUID factor, ChallengeOutcome outcome) {
    return switch (outcome) {
      case ChallengeOutcome.Sent sent ->
          kept.asking(
              new Asked(
                  factor, sent.channel().text(), sent.to(), null, null, null, sent.nextSendAt()));
      case ChallengeOutcome.Asked asked ->
          kept.asking(
              new Asked(
                  factor, null, null, asked.question(), asked.proof().orElse(null), null, null));
      case ChallengeOutcome.Presented presented ->
          kept.asking(new Asked(factor, null, null, null, null, presented.publicKey(), null));
      case ChallengeOutcome.NotNeeded() -> kept.choosing(factor);
      case ChallengeOutcome.SlowedDown(Instant until) -> kept.saying(slowed(until));
      case ChallengeOutcome.MustRebind() -> kept.saying(Said.bad("must_rebind"));
      case ChallengeOutcome.Expired() -> kept.saying(Said.bad("factor_expired"));
      case ChallengeOutcome.NotUsable() -> kept.saying(Said.bad("not_usable"));
      case ChallengeOutcome.TooMany(Duration wait) -> kept.saying(tooEarly(wait));
      case ChallengeOutcome.NotPossible(String _) -> kept.saying(Said.bad("not_sent"));
    };
  }

  /// @param address that a code was wished for; null: the first one
  Kept sent(Kept kept, @Nullable UUID address, ProofOutcome outcome) {
    return switch (outcome) {
      case ProofOutcome.Sent(Channel channel, String to, Instant nextSendAt, Instant _) ->
          kept.sending(new Sent(address, channel.text(), to, nextSendAt));
      case ProofOutcome.AskStaff(), ProofOutcome.NotFound() -> kept;
      case ProofOutcome.NoAddress() -> kept.saying(Said.bad("no_address"));
      case ProofOutcome.TooMany(Duration wait) -> kept.saying(tooEarly(wait));
      case ProofOutcome.RateLimited(Limit _, Duration wait) -> kept.saying(tooEarly(wait));
      case ProofOutcome.NotPossible(String _) -> kept.saying(Said.bad("not_sent"));
      case ProofOutcome.NotNow(Step _) -> kept;
      case ProofOutcome.Over(LoginState _) -> kept;
    };
  }
}
