package io.tweestap.page.prompt;

import io.tweestap.login.Logins;
import io.tweestap.login.prompt.Prompt;
import io.tweestap.login.prompt.PromptHandle;
import io.tweestap.login.prompt.Prompts;
import io.tweestap.page.PageLanguage;
import io.tweestap.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Finds out who visits, and sends visitors on.
@Component
class Visits {
  private final Prompts prompts;
  private final Logins logins;
  private final Users users;
  private final PageLanguage language;

  Visits(Prompts prompts, Logins logins, Users users, PageLanguage language) {
    this.prompts = prompts;
    this.logins = logins;
    this.users = users;
    this.language = language;
  }

  /// Empty unless this browser opened the prompt.
  Optional<Visit> find(String handle, HttpServletRequest request) {
    return PromptHandle.read(handle)
        .flatMap(read -> prompts.find(read, PromptCookie.read(request, read)))
        .flatMap(this::visit)
        .map(visit -> {
          language.speak(request, visit.login().locale());
          return visit;
        });
  }

  private Optional<Visit> visit(Prompt prompt) {
    PromptHandle handle = prompt.handle();
    return logins
        .find(handle.tenant(), handle.login())
        .flatMap(standing ->
            users
                .find(handle.tenant(), standing.login().user())
                .map(user -> new Visit(prompt, standing, user, kept(prompt))));
  }

  private static Kept kept(Prompt prompt) {
    return prompt.kept().map(Kept::read).orElse(Kept.NOTHING);
  }

  /// Keeps how far the visitor is, and shows the page anew: a reload sends nothing twice.
  ResponseEntity<Void> next(Visit visit, Kept kept) {
    if (!kept.equals(visit.kept())) {
      prompts.keep(
          visit.handle(), kept.equals(Kept.NOTHING) ? Optional.empty() : Optional.of(kept.write()));
    }
    return to(visit.path());
  }

  /// Keeps the token of a remembered browser for the application.
  void keepToken(Visit visit, String token) {
    prompts.keepToken(visit.handle(), token);
  }

  /// Whoever is not the visitor is told so on the page.
  static ResponseEntity<Void> stranger(String handle) {
    return PromptHandle.read(handle)
        .map(read -> to("/prompt/" + read.text()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  static ResponseEntity<Void> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}
