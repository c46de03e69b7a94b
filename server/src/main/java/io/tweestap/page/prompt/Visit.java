package io.tweestap.page.prompt;

import io.tweestap.login.Login;
import io.tweestap.login.Option;
import io.tweestap.login.Standing;
import io.tweestap.login.prompt.Prompt;
import io.tweestap.login.prompt.PromptHandle;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.util.UriUtils;

/// A visitor in the browser that opened the prompt.
record Visit(Prompt prompt, Standing standing, User user, Kept kept) {
  PromptHandle handle() {
    return prompt.handle();
  }

  TenantId tenant() {
    return handle().tenant();
  }

  UUID id() {
    return handle().login();
  }

  Login login() {
    return standing.login();
  }

  /// The factor that is answered with: the chosen one, else the preferred one.
  Optional<Option> option() {
    return standing.options().stream()
        .filter(option -> option.id().value().equals(kept.chosen()))
        .findFirst()
        .or(() -> standing.options().stream().findFirst());
  }

  /// What is known of its newest code or question.
  Optional<Kept.Asked> asked(Option option) {
    return Optional.ofNullable(kept.asked())
        .filter(asked -> asked.factor().equals(option.id().value()));
  }

  /// Where this page is.
  String path() {
    return "/prompt/" + handle().text();
  }

  /// Where the browser goes at the end. It proves nothing: the application takes the result itself.
  String returnAddress() {
    String url = prompt.returnUrl();
    StringBuilder back = new StringBuilder(url).append(url.contains("?") ? '&' : '?');
    back.append("login_id=").append(id());
    prompt.state().ifPresent(state -> back.append("&state=").append(encoded(state)));
    return back.append("&return_code=").append(encoded(prompt.returnCode())).toString();
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
