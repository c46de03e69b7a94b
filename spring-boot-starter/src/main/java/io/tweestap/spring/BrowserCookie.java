package io.tweestap.spring;

import io.tweestap.client.login.Login;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie that a remembered browser keeps. No script reads it, and it belongs to this host
/// alone.
final class BrowserCookie {
  /// Where the policy does not say; Tweestap itself knows when it ends.
  private static final Duration LONGEST = Duration.ofDays(400);

  private final String name;

  BrowserCookie(String name) {
    this.name = name;
  }

  Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }

  /// Keeps the newest token, if there is one. An old one would look like a theft.
  void write(Login login, HttpServletResponse response) {
    var token = login.browserToken();
    if (token == null) {
      return;
    }
    Integer seconds = login.rememberBrowserSeconds();
    ResponseCookie cookie =
        ResponseCookie.from(name, token.value())
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(seconds == null ? LONGEST : Duration.ofSeconds(seconds))
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
