package io.tweestap.page.account;

import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.enroll.Enrollments;
import io.tweestap.page.account.Kept.Said;
import io.tweestap.page.look.HostedPage;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.user.address.UserAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What somebody without any factor shows before a first one is set up: a code to an address that
/// was known before, or one from the staff, as the policy asks. A thief of the password has
/// neither.
@HostedPage
class FirstController {
  private static final String HERE = "/account/first";

  private final Proving proving;
  private final Enrollments enrollments;
  private final AccountSteps steps;
  private final AccountPages pages;
  private final Clock clock;

  FirstController(
      Proving proving,
      Enrollments enrollments,
      AccountSteps steps,
      AccountPages pages,
      Clock clock) {
    this.proving = proving;
    this.enrollments = enrollments;
    this.steps = steps;
    this.pages = pages;
    this.clock = clock;
  }

  /// The page.
  ///
  /// @param staff whether staff hand the code out
  /// @param to where a code went, masked; null when none was sent
  /// @param again seconds until another one can be sent
  /// @param addresses where one may go
  record First(
      boolean staff,
      @Nullable String to,
      boolean mail,
      @Nullable Long again,
      @Nullable UUID address,
      List<Address> addresses) {
    /// An address of the user, masked.
    record Address(String id, boolean mail, String masked) {}
  }

  @GetMapping(HERE)
  ModelAndView first(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<Standing> standing =
        proving.now(visit).filter(one -> one.login().next() == Step.ENROLLMENT_PROOF);
    if (standing.isEmpty()) {
      return pages.go("/account/prove");
    }
    pages.dress(visit, new AccountPages.Exchange(request, response, model));
    model.addAttribute("page", page(visit, standing.get()));
    return pages.show("first");
  }

  private First page(Visit visit, Standing standing) {
    Kept.Sent sent = visit.kept().sent();
    return new First(
        standing.login().plan().enrollment().orElseThrow().proof() == FirstFactorProof.STAFF_CODE,
        sent == null ? null : sent.to(),
        sent != null && sent.channel().equals("email"),
        sent == null ? null : AccountWords.seconds(sent.nextSendAt(), clock.instant()),
        sent == null ? null : sent.address(),
        standing.addresses().stream().map(FirstController::address).toList());
  }

  private static First.Address address(UserAddress address) {
    return new First.Address(
        address.id().toString(), address.kind().text().equals("email"), address.masked());
  }

  @PostMapping(HERE + "/send")
  ModelAndView send(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam(required = false) @Nullable UUID address) {
    Kept kept =
        proving
            .now(visit)
            .map(standing ->
                enrollments.sendProof(
                    visit.tenant(),
                    standing.login().id(),
                    Step.ENROLLMENT_PROOF,
                    Optional.ofNullable(address)))
            .map(outcome -> steps.sent(visit.kept(), address, outcome))
            .orElse(visit.kept());
    return pages.go(visit, kept, HERE);
  }

  @PostMapping(HERE + "/check")
  ModelAndView check(
      @RequestAttribute(Visit.NAME) Visit visit, @RequestParam(defaultValue = "") String code) {
    Optional<String> typed = Typed.code(code);
    if (typed.isEmpty()) {
      return pages.go(visit, visit.kept().saying(Said.bad("empty")), HERE);
    }
    return proving
        .now(visit)
        .map(standing ->
            enrollments.prove(
                visit.tenant(), standing.login().id(), Step.ENROLLMENT_PROOF, typed.get()))
        .map(outcome -> checked(visit, outcome))
        .orElseGet(() -> pages.go(HERE));
  }

  private ModelAndView checked(Visit visit, StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Taken _ -> pages.go(visit, visit.kept().sending(null), "/account/add");
      case StepOutcome.ChallengeOver _ ->
          pages.go(visit, steps.refused(visit.kept().sending(null), outcome), HERE);
      case StepOutcome other -> pages.go(visit, steps.refused(visit.kept(), other), HERE);
    };
  }
}
