package io.tweestap.page.account;

import io.tweestap.audit.Actor;
import io.tweestap.factor.apppassword.AppPasswords;
import io.tweestap.login.UserEndings;
import io.tweestap.page.look.HostedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/// Ends what is open elsewhere: sessions, remembered browsers, app passwords. Whoever takes access
/// away proves nothing first: a thief gains nothing by it.
@HostedPage
class PlacesController {
  private final UserEndings endings;
  private final AppPasswords passwords;
  private final AccountPages pages;

  PlacesController(UserEndings endings, AppPasswords passwords, AccountPages pages) {
    this.endings = endings;
    this.passwords = passwords;
    this.pages = pages;
  }

  @PostMapping("/account/sessions/{id}/end")
  @Nullable ModelAndView end(
      @RequestAttribute(Visit.NAME) Visit visit,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return endings.endSession(visit.tenant(), visit.user(), id, Actor.USER)
        ? done(visit, "session_ended")
        : pages.nothing(request, response);
  }

  @PostMapping("/account/sessions/end")
  ModelAndView endAll(@RequestAttribute(Visit.NAME) Visit visit) {
    endings.endSessions(visit.tenant(), visit.user(), Actor.USER);
    return done(visit, "sessions_ended");
  }

  @PostMapping("/account/browsers/{id}/forget")
  @Nullable ModelAndView forget(
      @RequestAttribute(Visit.NAME) Visit visit,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return endings.forgetBrowser(visit.tenant(), visit.user(), id, Actor.USER)
        ? done(visit, "browser_forgotten")
        : pages.nothing(request, response);
  }

  @PostMapping("/account/browsers/forget")
  ModelAndView forgetAll(@RequestAttribute(Visit.NAME) Visit visit) {
    endings.forgetBrowsers(visit.tenant(), visit.user(), Actor.USER);
    return done(visit, "browsers_forgotten");
  }

  @PostMapping("/account/app-passwords/{id}/revoke")
  @Nullable ModelAndView revoke(
      @RequestAttribute(Visit.NAME) Visit visit,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return passwords.revoke(visit.tenant(), visit.user(), id, Actor.USER).isPresent()
        ? done(visit, "password_revoked")
        : pages.nothing(request, response);
  }

  private ModelAndView done(Visit visit, String what) {
    return pages.go(visit, visit.kept().saying(Kept.Said.good(what)), AccountPages.HOME);
  }
}
