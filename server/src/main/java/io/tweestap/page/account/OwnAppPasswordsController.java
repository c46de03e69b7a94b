package io.tweestap.page.account;

import io.tweestap.audit.Actor;
import io.tweestap.factor.apppassword.AppPassword;
import io.tweestap.factor.apppassword.AppPasswords;
import io.tweestap.factor.apppassword.MakeOutcome;
import io.tweestap.factor.apppassword.NewAppPassword;
import io.tweestap.factor.apppassword.ServiceName;
import io.tweestap.login.account.OwnProofs;
import io.tweestap.page.account.Kept.Password;
import io.tweestap.page.account.Kept.Said;
import io.tweestap.page.look.HostedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An app password is made for one service on one device, and shown until the visitor has kept it.
@HostedPage
class OwnAppPasswordsController {
  private static final String FORM = "/account/app-passwords/new";
  private static final String MADE = "/account/app-passwords/made";
  private static final List<String> SERVICES =
      List.of("imap", "smtp", "pop3", "caldav", "carddav", "ldap");

  private final AppPasswords passwords;
  private final OwnProofs proofs;
  private final AccountRows rows;
  private final AccountPages pages;

  OwnAppPasswordsController(
      AppPasswords passwords, OwnProofs proofs, AccountRows rows, AccountPages pages) {
    this.passwords = passwords;
    this.proofs = proofs;
    this.rows = rows;
    this.pages = pages;
  }

  /// A service that can be chosen.
  record Service(String name, String text) {}

  @GetMapping(FORM)
  ModelAndView form(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    ModelAndView unproven = pages.unproven(visit, FORM);
    if (unproven != null) {
      return unproven;
    }
    Locale locale = pages.dress(visit, new AccountPages.Exchange(request, response, model));
    model.addAttribute(
        "services",
        SERVICES.stream().map(name -> new Service(name, rows.service(name, locale))).toList());
    return pages.show("app-password");
  }

  @PostMapping("/account/app-passwords")
  ModelAndView make(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam(defaultValue = "") String service,
      @RequestParam(defaultValue = "") String device) {
    Optional<Instant> proven = proofs.fresh(visit.visit());
    if (proven.isEmpty()) {
      return pages.go(visit, visit.kept().going(FORM), "/account/prove");
    }
    Optional<String> name =
        Typed.name(device).filter(text -> text.length() <= AppPassword.DEVICE_MAX);
    if (name.isEmpty() || !SERVICES.contains(service)) {
      return pages.go(visit, visit.kept().saying(Said.bad("no_device")), FORM);
    }
    NewAppPassword asked =
        new NewAppPassword(
            new ServiceName(service), name.get(), List.of(), Optional.empty(), proven.get());
    return switch (passwords.make(visit.tenant(), visit.user(), asked, Actor.USER)) {
      case MakeOutcome.Made(AppPassword made, String secret) ->
          pages.go(
              visit,
              visit.kept().withPassword(new Password(made.service().text(), made.device(), secret)),
              MADE);
      case MakeOutcome.ProofTooOld _ -> pages.go(visit, visit.kept().going(FORM), "/account/prove");
      case MakeOutcome.TooMany _, MakeOutcome.ExpiresTooEarly _, MakeOutcome.UserNotActive _ ->
          pages.go(visit, visit.kept().saying(Said.bad("problem.limit_reached")), FORM);
    };
  }

  @GetMapping(MADE)
  ModelAndView made(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Password made = visit.kept().password();
    if (made == null) {
      return pages.go(AccountPages.HOME);
    }
    Locale locale = pages.dress(visit, new AccountPages.Exchange(request, response, model));
    model.addAttribute("password", made);
    model.addAttribute("service", rows.service(made.service(), locale));
    return pages.show("app-password-made");
  }

  /// The visitor has kept it: nobody sees it again.
  @PostMapping("/account/app-passwords/kept")
  ModelAndView kept(@RequestAttribute(Visit.NAME) Visit visit) {
    return pages.go(visit, visit.kept().withPassword(null), AccountPages.HOME);
  }
}
