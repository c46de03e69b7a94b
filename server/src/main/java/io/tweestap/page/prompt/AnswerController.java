package io.tweestap.page.prompt;

import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.factor.FactorId;
import io.tweestap.login.LoginChallengeOutcome;
import io.tweestap.login.LoginState;
import io.tweestap.login.Logins;
import io.tweestap.login.NewAnswer;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.page.look.HostedPage;
import io.tweestap.page.prompt.Kept.Asked;
import io.tweestap.page.prompt.Kept.Said;
import io.tweestap.shared.Channel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The answer to one of the options: chosen, asked for a code, answered.
@HostedPage
class AnswerController {
  private final Logins logins;
  private final Visits visits;
  private final Clock clock;

  AnswerController(Logins logins, Visits visits, Clock clock) {
    this.logins = logins;
    this.visits = visits;
    this.clock = clock;
  }

  /// Another way to answer.
  @PostMapping("/prompt/{handle}/choose")
  ResponseEntity<Void> choose(
      @PathVariable String handle, @RequestParam UUID factor, HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> visits.next(visit, visit.kept().choosing(factor)))
        .orElseGet(() -> Visits.stranger(handle));
  }

  /// Sends a code, or draws a question.
  @PostMapping("/prompt/{handle}/challenge")
  ResponseEntity<Void> challenge(
      @PathVariable String handle,
      @RequestParam UUID factor,
      @RequestParam(required = false) @Nullable String channel,
      HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> visits.next(visit, challenged(visit, factor, channel)))
        .orElseGet(() -> Visits.stranger(handle));
  }

  private Kept challenged(Visit visit, UUID factor, @Nullable String channel) {
    Optional<Channel> by = Optional.ofNullable(channel).flatMap(Channel::of);
    Kept kept = visit.kept();
    return switch (logins.challenge(
        visit.tenant(),
        visit.id(),
        new FactorId(factor),
        by.filter(Channel::isPhone),
        Optional.empty())) {
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
                  factor,
                  sent.challenge(),
                  sent.channel().text(),
                  sent.to(),
                  null,
                  null,
                  null,
                  null,
                  sent.nextSendAt()));
      case ChallengeOutcome.Asked asked ->
          kept.asking(
              new Asked(
                  factor,
                  asked.challenge(),
                  null,
                  null,
                  asked.question(),
                  asked.proof().orElse(null),
                  asked.text().orElse(null),
                  null,
                  null));
      case ChallengeOutcome.Presented key ->
          kept.asking(
              new Asked(
                  factor,
                  key.challenge(),
                  null,
                  null,
                  null,
                  null,
                  key.text().orElse(null),
                  key.publicKey(),
                  null));
      case ChallengeOutcome.NotNeeded() -> kept.choosing(factor);
      case ChallengeOutcome.SlowedDown(Instant until) -> kept.saying(Steps.slowed(until));
      case ChallengeOutcome.MustRebind() -> kept.saying(Said.bad("must_rebind"));
      case ChallengeOutcome.Expired() -> kept.saying(Said.bad("factor_expired"));
      case ChallengeOutcome.NotUsable() -> kept.saying(Said.bad("not_usable"));
      case ChallengeOutcome.TooMany(Duration wait) ->
          kept.saying(new Said("too_early", 0, clock.instant().plus(wait), true));
      case ChallengeOutcome.NotPossible(String _) -> kept.saying(Said.bad("not_sent"));
    };
  }

  /// What was typed. Amount and payee are those that the login began with: the page shows no
  /// others.
  @PostMapping("/prompt/{handle}/answer")
  ResponseEntity<Void> answer(
      @PathVariable String handle,
      @RequestParam UUID factor,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String response,
      @RequestParam(defaultValue = "false") boolean remember,
      HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> answer(visit, factor, Typed.read(code, response), remember))
        .orElseGet(() -> Visits.stranger(handle));
  }

  private ResponseEntity<Void> answer(Visit visit, UUID factor, Typed typed, boolean remember) {
    if (typed.isEmpty()) {
      return visits.next(visit, visit.kept().choosing(factor).saying(Said.bad(typed.missing())));
    }
    NewAnswer given =
        new NewAnswer(
            new FactorId(factor),
            typed.text(),
            Optional.empty(),
            visit.login().details(),
            remember);
    return switch (logins.answer(visit.tenant(), visit.id(), given)) {
      case StepOutcome.Taken(Standing standing) -> taken(visit, standing);
      case StepOutcome outcome ->
          visits.next(visit, Steps.refused(visit.kept().choosing(factor), outcome));
    };
  }

  private ResponseEntity<Void> taken(Visit visit, Standing standing) {
    standing.browserToken().ifPresent(token -> visits.keepToken(visit, token));
    return visits.next(visit, Kept.NOTHING);
  }
}
