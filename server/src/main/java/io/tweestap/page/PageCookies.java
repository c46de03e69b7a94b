package io.tweestap.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Cookies of the pages. Over TLS their names begin with `__Host-` (RFC 6265bis section 4.1.3.2):
/// no other host, path or plain connection can set them. Over plain HTTP, which passes from this
/// machine only, that prefix is not possible, and they go without.
///
/// All are `HttpOnly` and `SameSite=Lax`: people come from the pages of applications, and `Strict`
/// would leave their cookies at home.
public final class PageCookies {
  private static final String PREFIX = "__Host-";

  private PageCookies() {}

  /// The value that a request carries; empty when it carries none, or an empty one.
  ///
  /// @param name without the prefix
  public static Optional<String> read(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, full(request, name)))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  /// Sets a cookie until the browser is closed.
  public static void set(
      HttpServletRequest request, HttpServletResponse response, String name, String value) {
    add(response, cookie(request, name, value).build());
  }

  /// Sets a cookie for this long.
  public static void set(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      Duration lasting) {
    add(response, cookie(request, name, value).maxAge(lasting).build());
  }

  /// Takes a cookie away.
  public static void end(HttpServletRequest request, HttpServletResponse response, String name) {
    add(response, cookie(request, name, "").maxAge(0).build());
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      HttpServletRequest request, String name, String value) {
    return ResponseCookie.from(full(request, name), value)
        .path("/")
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax");
  }

  private static String full(HttpServletRequest request, String name) {
    return request.isSecure() ? PREFIX + name : name;
  }

  private static void add(HttpServletResponse response, ResponseCookie cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
