package io.tweestap.page.sandbox;

import io.tweestap.page.PageLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The try-it page. Each form leads back to `/sandbox` by a redirect, so that reloading sends
/// nothing twice.
@Controller
@WhenTryIt
class TryItController {
  private static final URI PAGE = URI.create("/sandbox");
  private static final int TYPED_MAX = 40;

  private final Shop shop;
  private final Pages pages;
  private final ApiClient api;
  private final VisitCookie cookie;
  private final PageLanguage language;

  TryItController(
      Shop shop, Pages pages, ApiClient api, VisitCookie cookie, PageLanguage language) {
    this.shop = shop;
    this.pages = pages;
    this.api = api;
    this.cookie = cookie;
    this.language = language;
  }

  @GetMapping("/")
  ResponseEntity<Void> home() {
    return ResponseEntity.status(HttpStatus.FOUND).location(PAGE).build();
  }

  /// The whole page. Reading the token here writes its cookie before the page is under way.
  @GetMapping("/sandbox")
  String page(
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      CsrfToken token,
      Model model) {
    language.chosen(request).ifPresent(chosen -> language.setLocale(request, response, chosen));
    model.addAttribute("token", token.getToken());
    model.addAttribute("page", pages.page(visit(request, locale)));
    return "sandbox/page";
  }

  /// The handsets alone, for the script that looks for new messages.
  @GetMapping("/sandbox/handsets")
  String handsets(HttpServletRequest request, Locale locale, Model model) {
    model.addAttribute("page", pages.page(visit(request, locale)));
    return "sandbox/phones :: phones";
  }

  @PostMapping("/sandbox/start")
  ResponseEntity<Void> start(@ModelAttribute Wish wish, HttpServletRequest request) {
    return back(cookie.write(shop.start(wish), request.isSecure()));
  }

  /// @param another set when the shop is to play the thief and name another payee
  @PostMapping("/sandbox/check")
  ResponseEntity<Void> check(
      @RequestParam String code,
      @RequestParam(required = false) @Nullable String another,
      HttpServletRequest request) {
    String typed = code.length() > TYPED_MAX ? code.substring(0, TYPED_MAX) : code;
    return started(request)
        .map(visit -> shop.check(visit, typed, another != null))
        .map(visit -> back(cookie.write(visit, request.isSecure())))
        .orElseGet(() -> over(request));
  }

  @PostMapping("/sandbox/resend")
  ResponseEntity<Void> resend(HttpServletRequest request) {
    return started(request)
        .map(shop::resend)
        .map(visit -> back(cookie.write(visit, request.isSecure())))
        .orElseGet(() -> over(request));
  }

  /// Back to the form, filled in as before.
  @PostMapping("/sandbox/over")
  ResponseEntity<Void> over(HttpServletRequest request) {
    return back(
        cookie
            .read(request)
            .map(visit -> cookie.write(Visit.fresh(visit.wish()), request.isSecure()))
            .orElseGet(() -> cookie.none(request.isSecure())));
  }

  /// Empties all handsets.
  @PostMapping("/sandbox/empty")
  ResponseEntity<Void> empty() {
    api.delete("/v1/sandbox/messages");
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(PAGE).build();
  }

  private Visit visit(HttpServletRequest request, Locale locale) {
    return cookie.read(request).orElseGet(() -> Visit.fresh(Wish.example(locale.getLanguage())));
  }

  private Optional<Visit> started(HttpServletRequest request) {
    return cookie.read(request).filter(Visit::hasStarted);
  }

  private static ResponseEntity<Void> back(ResponseCookie visit) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(PAGE)
        .header(HttpHeaders.SET_COOKIE, visit.toString())
        .build();
  }
}
