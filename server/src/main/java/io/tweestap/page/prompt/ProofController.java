package io.tweestap.page.prompt;

import io.tweestap.limit.Limit;
import io.tweestap.login.LoginState;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.enroll.Enrollments;
import io.tweestap.login.enroll.ProofOutcome;
import io.tweestap.page.look.HostedPage;
import io.tweestap.page.prompt.Kept.Said;
import io.tweestap.page.prompt.Kept.ToAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The code to an address of the user, or of the staff, that comes before anything is set up or a
/// password is set anew.
@HostedPage
class ProofController {
  private final Enrollments enrollments;
  private final Visits visits;
  private final Clock clock;

  ProofController(Enrollments enrollments, Visits visits, Clock clock) {
    this.enrollments = enrollments;
    this.visits = visits;
    this.clock = clock;
  }

  /// Takes up what is offered.
  @PostMapping("/prompt/{handle}/begin")
  ResponseEntity<Void> begin(@PathVariable String handle, HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> visits.next(visit, visit.kept().beginning()))
        .orElseGet(() -> Visits.stranger(handle));
  }

  /// Sends the code; empty: to choose another address.
  @PostMapping("/prompt/{handle}/proof")
  ResponseEntity<Void> send(
      @PathVariable String handle,
      @RequestParam(required = false) @Nullable UUID address,
      HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit ->
            visits.next(visit, address == null ? visit.kept().sent(null) : sent(visit, address)))
        .orElseGet(() -> Visits.stranger(handle));
  }

  private Kept sent(Visit visit, UUID address) {
    Kept kept = visit.kept();
    return switch (enrollments.sendProof(
        visit.tenant(), visit.id(), step(visit), Optional.of(address))) {
      case ProofOutcome.Sent sent ->
          kept.sent(new ToAddress(address, sent.channel().text(), sent.to(), sent.nextSendAt()));
      case ProofOutcome.AskStaff(), ProofOutcome.NoAddress() -> kept.saying(Said.bad("not_sent"));
      case ProofOutcome.TooMany(Duration wait) -> kept.saying(later("too_early", wait));
      case ProofOutcome.RateLimited(Limit _, Duration wait) ->
          kept.saying(later("rate_limited", wait));
      case ProofOutcome.NotPossible(String _) -> kept.saying(Said.bad("not_sent"));
      case ProofOutcome.NotNow(Step _) -> kept;
      case ProofOutcome.Over(LoginState _) -> kept;
      case ProofOutcome.NotFound() -> kept;
    };
  }

  /// At a password reset the code comes first, else before the first factor.
  private static Step step(Visit visit) {
    return visit.login().next() == Step.RECOVERY ? Step.RECOVERY : Step.ENROLLMENT_PROOF;
  }

  private Said later(String what, Duration wait) {
    return new Said(what, 0, clock.instant().plus(wait), true);
  }

  /// The code that was sent, or handed out.
  @PostMapping("/prompt/{handle}/proof/check")
  ResponseEntity<Void> check(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> visits.next(visit, checked(visit, code)))
        .orElseGet(() -> Visits.stranger(handle));
  }

  private Kept checked(Visit visit, String code) {
    Typed typed = Typed.read(code, null);
    if (typed.isEmpty()) {
      return visit.kept().saying(Said.bad("empty"));
    }
    return switch (enrollments.prove(visit.tenant(), visit.id(), step(visit), typed.text())) {
      case StepOutcome.Taken(Standing _) -> visit.kept().sent(null);
      case StepOutcome.ChallengeOver over -> Steps.refused(visit.kept().sent(null), over);
      case StepOutcome outcome -> Steps.refused(visit.kept(), outcome);
    };
  }
}
