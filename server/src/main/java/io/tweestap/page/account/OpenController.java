package io.tweestap.page.account;

import io.tweestap.login.account.AccountVisits;
import io.tweestap.page.PageCookies;
import io.tweestap.page.look.HostedPage;
import io.tweestap.page.look.PlainPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/// The way in and out.
@HostedPage
class OpenController {
  private final AccountVisits visits;
  private final AccountPages pages;
  private final PlainPages plain;

  OpenController(AccountVisits visits, AccountPages pages, PlainPages plain) {
    this.visits = visits;
    this.pages = pages;
    this.plain = plain;
  }

  /// Opens a visit: the browser gets a secret of its own, whatever it brought along, and the link
  /// opens nothing any more. A visit that this browser was on before ends. Browsers that look ahead
  /// do not use the link up.
  @GetMapping("/account/open/{token}")
  @Nullable ModelAndView open(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> source = Optional.of(request.getRemoteAddr());
    Optional<AccountVisits.Opened> opened =
        looksAhead(request) ? Optional.empty() : visits.open(token, source);
    if (opened.isEmpty()) {
      plain.write(request, response, HttpStatus.NOT_FOUND, "account_link");
      return null;
    }
    PageCookies.read(request, AccountGate.COOKIE)
        .flatMap(visits::find)
        .ifPresent(old -> visits.leave(old.visit(), source));
    PageCookies.set(request, response, AccountGate.COOKIE, opened.get().cookie());
    return pages.go(AccountPages.HOME);
  }

  private static boolean looksAhead(HttpServletRequest request) {
    String purpose = request.getHeader("Sec-Purpose");
    return !request.getMethod().equals("GET") || (purpose != null && purpose.contains("prefetch"));
  }

  /// Leaves for good, back to the application where it named an address.
  @PostMapping("/account/leave")
  @Nullable ModelAndView leave(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response) {
    visits.leave(visit.visit(), Optional.of(request.getRemoteAddr()));
    PageCookies.end(request, response, AccountGate.COOKIE);
    return pages.go(visit.visit().returnUrl().orElse("/account/left"));
  }

  @GetMapping("/account/left")
  void left(HttpServletRequest request, HttpServletResponse response) throws IOException {
    plain.write(request, response, HttpStatus.OK, "account_left");
  }
}
