package io.tweestap.page.prompt;

import io.tweestap.login.Login;
import io.tweestap.login.prompt.PromptHandle;
import io.tweestap.login.prompt.Prompts;
import io.tweestap.page.PageCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/// The secret by which a browser is known as the one that opened a prompt. Each login has a cookie
/// of its own, so that several at once do not push each other out.
final class PromptCookie {
  private static final String NAME = "tweestap_prompt_";
  private static final Duration LASTING = Login.LIFE_OF_RESET.plus(Prompts.AFTER);

  private PromptCookie() {}

  static Optional<String> read(HttpServletRequest request, PromptHandle handle) {
    return PageCookies.read(request, name(handle));
  }

  static void set(
      HttpServletRequest request,
      HttpServletResponse response,
      PromptHandle handle,
      String secret) {
    PageCookies.set(request, response, name(handle), secret, LASTING);
  }

  /// The part of the id that is random.
  private static String name(PromptHandle handle) {
    return NAME + Long.toHexString(handle.login().getLeastSignificantBits());
  }
}
