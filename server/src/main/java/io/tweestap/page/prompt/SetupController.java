package io.tweestap.page.prompt;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.login.Standing;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.enroll.Enrollments;
import io.tweestap.page.look.HostedPage;
import io.tweestap.page.prompt.Kept.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A factor is set up: picked, begun, confirmed by its first code, or given up; or all of it is put
/// off.
@HostedPage
class SetupController {
  private final Enrollments enrollments;
  private final Beginnings beginnings;
  private final Afterwards afterwards;
  private final Factors factors;
  private final Visits visits;
  private final Clock clock;

  SetupController(
      Enrollments enrollments,
      Beginnings beginnings,
      Afterwards afterwards,
      Factors factors,
      Visits visits,
      Clock clock) {
    this.enrollments = enrollments;
    this.beginnings = beginnings;
    this.afterwards = afterwards;
    this.factors = factors;
    this.visits = visits;
    this.clock = clock;
  }

  /// Picks a kind. One that needs nothing to begin is begun at once.
  @PostMapping("/prompt/{handle}/pick")
  ResponseEntity<Void> pick(
      @PathVariable String handle, @RequestParam String kind, HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> visits.next(visit, picked(visit, kind)))
        .orElseGet(() -> Visits.stranger(handle));
  }

  private Kept picked(Visit visit, String text) {
    Optional<FactorKind> kind = FactorKind.of(text);
    if (kind.filter(SetupScreens.OFFERED::contains).isEmpty()) {
      return visit.kept().saying(Said.bad("unfit"));
    }
    Optional.ofNullable(visit.kept().setup()).ifPresent(setup -> cancel(visit, setup));
    return kind.get() == FactorKind.TOTP || kind.get() == FactorKind.WEBAUTHN
        ? beginnings.begin(visit, kind.get(), null, null)
        : visit.kept().picking(kind.get().text());
  }

  /// Begins what was picked.
  ///
  /// @param number of the phone, or the serial number of the token
  /// @param channel `voice` to be called instead of written to
  @PostMapping("/prompt/{handle}/setup")
  ResponseEntity<Void> begin(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(required = false) @Nullable String channel,
      HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> visits.next(visit, begun(visit, number, channel)))
        .orElseGet(() -> Visits.stranger(handle));
  }

  private Kept begun(Visit visit, String number, @Nullable String channel) {
    Optional<FactorKind> kind = Optional.ofNullable(visit.kept().picked()).flatMap(FactorKind::of);
    if (kind.isEmpty()) {
      return visit.kept();
    }
    return number.isBlank()
        ? visit.kept().saying(Said.bad("empty"))
        : beginnings.begin(visit, kind.get(), number.strip(), channel);
  }

  /// Sends another code to the phone that is being set up.
  @PostMapping("/prompt/{handle}/setup/again")
  ResponseEntity<Void> again(
      @PathVariable String handle,
      @RequestParam(required = false) @Nullable String channel,
      HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> visits.next(visit, again(visit, channel)))
        .orElseGet(() -> Visits.stranger(handle));
  }

  private Kept again(Visit visit, @Nullable String channel) {
    Kept.Setup setup = visit.kept().setup();
    if (setup == null || setup.number() == null || setup.nextSendAt() == null) {
      return visit.kept();
    }
    if (setup.nextSendAt().isAfter(clock.instant())) {
      return visit.kept().saying(new Said("too_early", 0, setup.nextSendAt(), true));
    }
    cancel(visit, setup);
    return beginnings.begin(visit, FactorKind.PHONE, setup.number(), channel);
  }

  /// The first code of the new factor. The login passes by it.
  @PostMapping("/prompt/{handle}/setup/confirm")
  ResponseEntity<Void> confirm(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String response,
      @RequestParam(defaultValue = "false") boolean remember,
      HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> confirmed(visit, Typed.read(code, response), remember))
        .orElseGet(() -> Visits.stranger(handle));
  }

  private ResponseEntity<Void> confirmed(Visit visit, Typed typed, boolean remember) {
    if (typed.isEmpty()) {
      return visits.next(visit, visit.kept().saying(Said.bad(typed.missing())));
    }
    // A further factor ends remembered browsers: this one stays so if the user chose it before.
    boolean stays = remember || visit.prompt().remembered();
    return switch (enrollments.confirm(visit.tenant(), visit.id(), typed.text(), stays)) {
      case StepOutcome.Taken(Standing standing) -> {
        standing.browserToken().ifPresent(token -> visits.keepToken(visit, token));
        yield visits.next(visit, afterwards.after(visit));
      }
      case StepOutcome outcome -> visits.next(visit, Steps.refused(visit.kept(), outcome));
    };
  }

  /// Not this one.
  @PostMapping("/prompt/{handle}/setup/cancel")
  ResponseEntity<Void> cancel(@PathVariable String handle, HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> {
          Optional.ofNullable(visit.kept().setup()).ifPresent(setup -> cancel(visit, setup));
          return visits.next(visit, visit.kept().picking(null));
        })
        .orElseGet(() -> Visits.stranger(handle));
  }

  private void cancel(Visit visit, Kept.Setup setup) {
    factors.remove(
        visit.tenant(), visit.user(), new FactorId(setup.factor()), Beginnings.by(visit));
  }

  /// Not now: what is offered is put off; the login passes with one factor.
  @PostMapping("/prompt/{handle}/skip")
  ResponseEntity<Void> skip(@PathVariable String handle, HttpServletRequest request) {
    return visits.find(handle, request).map(this::skipped).orElseGet(() -> Visits.stranger(handle));
  }

  private ResponseEntity<Void> skipped(Visit visit) {
    return switch (enrollments.skip(visit.tenant(), visit.id())) {
      case StepOutcome.Taken(Standing _) -> visits.next(visit, Kept.NOTHING);
      case StepOutcome outcome -> visits.next(visit, Steps.refused(visit.kept(), outcome));
    };
  }
}
