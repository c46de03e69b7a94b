package io.tweestap.page.account;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.login.Standing;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.enroll.Enrollments;
import io.tweestap.page.account.Kept.Said;
import io.tweestap.page.look.HostedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A factor is added: picked, begun, confirmed by its first code, or given up.
@HostedPage
class AddController {
  private static final String PICK = "/account/add";
  private static final String SETUP = "/account/setup";

  private final FactorBeginnings beginnings;
  private final Proving proving;
  private final Enrollments enrollments;
  private final Factors factors;
  private final RecoveryCodeSets codes;
  private final AccountSteps steps;
  private final AccountPages pages;
  private final Clock clock;

  AddController(
      SetupParts parts, Factors factors, RecoveryCodeSets codes, AccountPages pages, Clock clock) {
    this.beginnings = parts.beginnings();
    this.proving = parts.proving();
    this.enrollments = parts.enrollments();
    this.steps = parts.steps();
    this.factors = factors;
    this.codes = codes;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PICK)
  ModelAndView pick(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!beginnings.isOpen(visit)) {
      return pages.go(visit, visit.kept().going(PICK), "/account/prove");
    }
    pages.dress(visit, new AccountPages.Exchange(request, response, model));
    List<FactorKind> kinds = beginnings.kinds(visit);
    model.addAttribute("kinds", kinds.stream().map(FactorKind::text).toList());
    return pages.show("add");
  }

  /// The number of a phone is asked for before it is begun.
  @GetMapping("/account/add/phone")
  ModelAndView phone(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!beginnings.isOpen(visit) || !beginnings.kinds(visit).contains(FactorKind.PHONE)) {
      return pages.go(PICK);
    }
    pages.dress(visit, new AccountPages.Exchange(request, response, model));
    return pages.show("phone");
  }

  @PostMapping(PICK)
  ModelAndView begin(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable String channel,
      HttpServletRequest request) {
    Optional<FactorKind> wished = FactorKind.of(kind);
    if (wished.isEmpty() || !beginnings.isOpen(visit)) {
      return pages.go(PICK);
    }
    if (wished.get() == FactorKind.PHONE && (number == null || number.isBlank())) {
      return pages.go(
          visit,
          number == null ? visit.kept() : visit.kept().saying(Said.bad("no_number")),
          "/account/add/phone");
    }
    Kept kept = beginnings.begin(visit, wished.get(), number, channel, request);
    String back = wished.get() == FactorKind.PHONE ? "/account/add/phone" : PICK;
    return pages.go(visit, kept, kept.setup() == null ? back : SETUP);
  }

  @GetMapping(SETUP)
  ModelAndView setup(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Kept.Setup setup = visit.kept().setup();
    if (setup == null) {
      return pages.go(PICK);
    }
    boolean key = setup.kind().equals(FactorKind.WEBAUTHN.text());
    Optional<String> options = key ? beginnings.keyOptions(visit, setup) : Optional.empty();
    if (key && options.isEmpty()) {
      return over(visit);
    }
    pages.dress(visit, new AccountPages.Exchange(request, response, model));
    model.addAttribute("setup", setup).addAttribute("options", options.orElse(null));
    model.addAttribute(
        "wait",
        setup.nextSendAt() == null
            ? null
            : AccountWords.seconds(setup.nextSendAt(), clock.instant()));
    return pages.show("setup");
  }

  /// Sends another code to the phone.
  @PostMapping(SETUP + "/again")
  ModelAndView again(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam(required = false) @Nullable String channel,
      HttpServletRequest request) {
    Kept.Setup setup = visit.kept().setup();
    if (setup == null || setup.number() == null || setup.nextSendAt() == null) {
      return pages.go(SETUP);
    }
    if (setup.nextSendAt().isAfter(clock.instant())) {
      Said early = new Said("too_early", 0, setup.nextSendAt(), true);
      return pages.go(visit, visit.kept().saying(early), SETUP);
    }
    cancel(visit, setup, request);
    Kept kept = beginnings.begin(visit, FactorKind.PHONE, setup.number(), channel, request);
    return pages.go(visit, kept, SETUP);
  }

  /// The first code of the new factor: only now it counts.
  @PostMapping(SETUP + "/confirm")
  ModelAndView confirm(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String response,
      HttpServletRequest request) {
    Optional<String> typed = response == null ? Typed.code(code) : Typed.response(response);
    Optional<Standing> standing = proving.now(visit);
    if (typed.isEmpty()) {
      String what = response == null ? "empty" : "needs_script";
      return pages.go(visit, visit.kept().saying(Said.bad(what)), SETUP);
    }
    if (standing.isEmpty() || visit.kept().setup() == null) {
      return pages.go(AccountPages.HOME);
    }
    return switch (enrollments.confirm(
        visit.tenant(), standing.get().login().id(), typed.get(), false)) {
      case StepOutcome.Taken _ -> added(visit, request);
      case StepOutcome.Over _, StepOutcome.NotUsable _ -> over(visit);
      case StepOutcome outcome -> pages.go(visit, steps.refused(visit.kept(), outcome), SETUP);
    };
  }

  private ModelAndView over(Visit visit) {
    Kept kept = visit.kept().settingUp(null).saying(Said.bad("setup_over"));
    return pages.go(visit, kept, AccountPages.HOME);
  }

  /// Whoever has no recovery codes gets some now: the day on which they are needed is too late.
  private ModelAndView added(Visit visit, HttpServletRequest request) {
    Kept kept = visit.kept().settingUp(null).saying(Said.good("added"));
    List<String> made = codes.firstOnes(visit, request);
    return made.isEmpty()
        ? pages.go(visit, kept, AccountPages.HOME)
        : pages.go(visit, kept.withCodes(made), "/account/codes/new");
  }

  @PostMapping(SETUP + "/cancel")
  ModelAndView cancel(@RequestAttribute(Visit.NAME) Visit visit, HttpServletRequest request) {
    Kept.Setup setup = visit.kept().setup();
    if (setup != null) {
      cancel(visit, setup, request);
    }
    return pages.go(visit, visit.kept().settingUp(null), AccountPages.HOME);
  }

  private void cancel(Visit visit, Kept.Setup setup, HttpServletRequest request) {
    factors.remove(visit.tenant(), visit.user(), new FactorId(setup.factor()), Visit.by(request));
  }
}
