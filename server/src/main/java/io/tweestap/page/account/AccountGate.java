package io.tweestap.page.account;

import io.tweestap.login.account.AccountVisits;
import io.tweestap.page.PageCookies;
import io.tweestap.page.PageLanguage;
import io.tweestap.page.look.PlainPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets in whoever is on a visit, and puts the [Visit] into the request. All others get one and the
/// same page.
@Component
class AccountGate implements HandlerInterceptor {
  /// The cookie of a visit.
  static final String COOKIE = "tweestap_account";

  private final AccountVisits visits;
  private final PageLanguage language;
  private final PlainPages plain;

  AccountGate(AccountVisits visits, PageLanguage language, PlainPages plain) {
    this.visits = visits;
    this.language = language;
    this.plain = plain;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    Optional<Visit> visit = PageCookies.read(request, COOKIE).flatMap(visits::find).map(Visit::of);
    if (visit.isEmpty()) {
      plain.write(request, response, HttpStatus.NOT_FOUND, "account_over");
      return false;
    }
    language.speak(request, visit.get().user().locale());
    request.setAttribute(Visit.NAME, visit.get());
    return true;
  }
}
