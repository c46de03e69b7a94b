package io.tweestap.factor.web;

import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.factor.FactorChallenges;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import io.tweestap.user.UserState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Challenges outside of any login: to confirm a payment, for one.
@RestController
class FactorChallengesController {
  private final FactorChallenges challenges;
  private final Acting acting;
  private final Clock clock;

  FactorChallengesController(FactorChallenges challenges, Acting acting, Clock clock) {
    this.challenges = challenges;
    this.acting = acting;
    this.clock = clock;
  }

  @PostMapping("/v1/users/{ref}/factors/{id}/challenges")
  @RequiresScope(Scope.FACTORS_VERIFY)
  @ResponseStatus(HttpStatus.CREATED)
  ChallengeView begin(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestBody ChallengeBody body) {
    User user = acting.user(caller, ref);
    if (user.state() != UserState.ACTIVE) {
      throw FactorProblems.userNotActive(user.state());
    }
    return view(
        challenges.begin(caller.tenant(), user, Acting.factor(id), body.read(user)),
        clock.instant());
  }

  private static ChallengeView view(ChallengeOutcome outcome, Instant now) {
    return switch (outcome) {
      case ChallengeOutcome.Sent sent -> ChallengeView.sent(sent);
      case ChallengeOutcome.Asked asked -> ChallengeView.asked(asked);
      case ChallengeOutcome.Presented presented -> ChallengeView.presented(presented);
      case ChallengeOutcome.NotNeeded() -> throw notPossible("not_needed");
      case ChallengeOutcome.NotPossible(String reason) -> throw notPossible(reason);
      case ChallengeOutcome.SlowedDown(Instant until) ->
          throw FactorProblems.slowedDown(until, now);
      case ChallengeOutcome.MustRebind() -> throw FactorProblems.disabled();
      case ChallengeOutcome.Expired() -> throw FactorProblems.expired();
      case ChallengeOutcome.NotUsable() -> throw FactorProblems.notFound();
      case ChallengeOutcome.TooMany(Duration wait) ->
          throw Problem.of(
                  ProblemCode.TOO_EARLY,
                  "Another code can be sent in " + wait.toSeconds() + " seconds.")
              .retryAfter(wait.toSeconds());
    };
  }

  private static Problem notPossible(String reason) {
    return Problem.of(
        ProblemCode.CHALLENGE_NOT_POSSIBLE,
        "No challenge can be made for this factor: " + reason + ".",
        Map.of("reason", reason));
  }
}
