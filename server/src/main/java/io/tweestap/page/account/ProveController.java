package io.tweestap.page.account;

import io.tweestap.factor.FactorId;
import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.Logins;
import io.tweestap.login.NewAnswer;
import io.tweestap.login.Standing;
import io.tweestap.login.StepOutcome;
import io.tweestap.page.account.Kept.Said;
import io.tweestap.page.look.HostedPage;
import io.tweestap.shared.Channel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A factor is proven before anything is changed (CS-3). Whoever has none is led to what the policy
/// asks before a first one.
@HostedPage
class ProveController {
  private static final String HERE = "/account/prove";

  private final Proving proving;
  private final Logins logins;
  private final AccountSteps steps;
  private final PolicyWords policy;
  private final Askings askings;
  private final AccountPages pages;

  ProveController(
      Proving proving,
      Logins logins,
      AccountSteps steps,
      PolicyWords policy,
      Askings askings,
      AccountPages pages) {
    this.proving = proving;
    this.logins = logins;
    this.steps = steps;
    this.policy = policy;
    this.askings = askings;
    this.pages = pages;
  }

  @GetMapping(HERE)
  ModelAndView prove(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (proving.isFresh(visit)) {
      return on(visit);
    }
    Standing standing = proving.nowOrNew(visit, request);
    return switch (standing.login().next()) {
      case ANSWER -> ask(visit, standing, new AccountPages.Exchange(request, response, model));
      case ENROLLMENT_PROOF -> pages.go("/account/first");
      case ENROLLMENT -> pages.go("/account/add");
      case RECOVERY, CLAIM, NOTHING ->
          blocked(visit, standing.login(), new AccountPages.Exchange(request, response, model));
    };
  }

  private ModelAndView on(Visit visit) {
    String then = visit.kept().then();
    return pages.go(visit, visit.kept().going(null), then == null ? AccountPages.HOME : then);
  }

  private ModelAndView ask(Visit visit, Standing standing, AccountPages.Exchange exchange) {
    Locale locale = pages.dress(visit, exchange);
    exchange.model().addAttribute("page", askings.of(visit, standing, locale));
    return pages.show("prove");
  }

  private ModelAndView blocked(Visit visit, Login login, AccountPages.Exchange exchange) {
    Locale locale = pages.dress(visit, exchange);
    boolean failed = login.state() == LoginState.FAILED;
    exchange
        .model()
        .addAttribute("failed", failed)
        .addAttribute(
            "why", failed ? null : policy.refusal(visit.user(), login.plan().reasons(), locale));
    return pages.show("blocked");
  }

  /// Begins anew after too many wrong codes, or to see whether the policy offers something now.
  @PostMapping(HERE + "/anew")
  ModelAndView anew(@RequestAttribute(Visit.NAME) Visit visit, HttpServletRequest request) {
    proving
        .now(visit)
        .filter(standing -> standing.login().state() != LoginState.PENDING)
        .ifPresent(_ -> proving.begin(visit, request));
    return pages.go(visit, visit.kept().asking(null), HERE);
  }

  /// Another factor.
  @PostMapping(HERE + "/choose")
  ModelAndView choose(@RequestAttribute(Visit.NAME) Visit visit, @RequestParam UUID factor) {
    return pages.go(visit, visit.kept().choosing(factor), HERE);
  }

  /// Sends a code, or draws a question.
  @PostMapping(HERE + "/challenge")
  ModelAndView challenge(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam UUID factor,
      @RequestParam(required = false) @Nullable String channel) {
    Optional<Channel> by =
        Optional.ofNullable(channel).flatMap(Channel::of).filter(Channel::isPhone);
    Kept kept =
        proving
            .now(visit)
            .map(standing ->
                logins.challenge(
                    visit.tenant(),
                    standing.login().id(),
                    new FactorId(factor),
                    by,
                    Optional.empty()))
            .map(outcome -> steps.challenged(visit.kept(), factor, outcome))
            .orElse(visit.kept());
    return pages.go(visit, kept, HERE);
  }

  /// What was typed.
  @PostMapping(HERE + "/answer")
  ModelAndView answer(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam UUID factor,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String response) {
    Optional<String> typed = response == null ? Typed.code(code) : Typed.response(response);
    if (typed.isEmpty()) {
      String what = response == null ? "empty" : "needs_script";
      return pages.go(visit, visit.kept().choosing(factor).saying(Said.bad(what)), HERE);
    }
    return proving
        .now(visit)
        .map(standing -> answer(visit, standing.login(), factor, typed.get()))
        .orElseGet(() -> pages.go(HERE));
  }

  private ModelAndView answer(Visit visit, Login login, UUID factor, String typed) {
    NewAnswer given =
        new NewAnswer(new FactorId(factor), typed, Optional.empty(), Optional.empty(), false);
    return switch (logins.answer(visit.tenant(), login.id(), given)) {
      case StepOutcome.Taken _ -> on(visit);
      case StepOutcome outcome ->
          pages.go(visit, steps.refused(visit.kept().choosing(factor), outcome), HERE);
    };
  }
}
