package io.tweestap.page.prompt;

import io.tweestap.login.Logins;
import io.tweestap.login.prompt.OpenOutcome;
import io.tweestap.login.prompt.PromptHandle;
import io.tweestap.login.prompt.Prompts;
import io.tweestap.page.look.HostedPage;
import io.tweestap.page.look.Looks;
import io.tweestap.page.look.PageHeaders;
import io.tweestap.page.look.PlainPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Opens the prompt, shows the screen of the step that comes next, and lets the visitor leave.
@HostedPage
class PromptController {
  private final Prompts prompts;
  private final Logins logins;
  private final Visits visits;
  private final Screens screens;
  private final Looks looks;
  private final PlainPages plain;

  PromptController(
      Prompts prompts,
      Logins logins,
      Visits visits,
      Screens screens,
      Looks looks,
      PlainPages plain) {
    this.prompts = prompts;
    this.logins = logins;
    this.visits = visits;
    this.screens = screens;
    this.looks = looks;
    this.plain = plain;
  }

  /// Ties the login to this browser and goes on at an address without the token. What only looks
  /// ahead (`HEAD`, a prefetch) must not use it up.
  @GetMapping("/prompt/open/{token}")
  @Nullable ResponseEntity<Void> open(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (looksAhead(request)) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
    Optional<String> secret =
        prompts.handle(token).flatMap(handle -> PromptCookie.read(request, handle));
    switch (prompts.open(token, secret)) {
      case OpenOutcome.Opened opened -> {
        PromptCookie.set(request, response, opened.handle(), opened.secret());
        return Visits.stranger(opened.handle().text());
      }
      case OpenOutcome.HereBefore(PromptHandle handle) -> {
        return Visits.stranger(handle.text());
      }
      case OpenOutcome.Refused() -> {
        plain.write(request, response, HttpStatus.FORBIDDEN, "elsewhere");
        return null;
      }
    }
  }

  private static boolean looksAhead(HttpServletRequest request) {
    String purpose = request.getHeader("Sec-Purpose");
    return !request.getMethod().equals("GET") || (purpose != null && purpose.contains("prefetch"));
  }

  /// The screen of the step that comes next.
  @GetMapping("/prompt/{handle}")
  @Nullable Object show(
      @PathVariable String handle,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return shown(handle, false, request, response, model);
  }

  /// The same, with all ways to answer.
  @GetMapping("/prompt/{handle}/ways")
  @Nullable Object ways(
      @PathVariable String handle,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    return shown(handle, true, request, response, model);
  }

  private @Nullable Object shown(
      String handle,
      boolean allWays,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Optional<Visit> found = visits.find(handle, request);
    if (found.isEmpty()) {
      plain.write(request, response, HttpStatus.FORBIDDEN, "elsewhere");
      return null;
    }
    Visit visit = found.get();
    if (screens.isDone(visit)) {
      return Visits.to(visit.returnAddress());
    }
    Locale locale = looks.dress(visit.tenant(), visit.login().locale(), request, response, model);
    PageHeaders.formsMayEndAt(request, visit.prompt().returnUrl());
    Screen screen = screens.screen(visit, allWays, locale);
    model.addAttribute("page", screen);
    return "prompt/" + screen.template();
  }

  /// Back to the application without the second step; the login is over by that.
  @PostMapping("/prompt/{handle}/leave")
  ResponseEntity<Void> leave(@PathVariable String handle, HttpServletRequest request) {
    Optional<Visit> visit = visits.find(handle, request);
    visit.ifPresent(it -> logins.cancel(it.tenant(), it.id()));
    return visit.map(it -> Visits.to(it.returnAddress())).orElseGet(() -> Visits.stranger(handle));
  }
}
