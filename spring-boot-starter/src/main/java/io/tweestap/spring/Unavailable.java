package io.tweestap.spring;

import io.tweestap.client.TweestapException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page that says that nobody can log in just now. It needs nothing that could be broken as
/// well.
final class Unavailable {
  private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);
  private static final Set<String> LANGUAGES = Set.of("nl", "de", "en");
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%s</title>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      <p>%s</p>
      <p><a href="%s">%s</a></p>
      </main>
      </body>
      </html>
      """;

  private final String back;

  /// @param back where to try again, below the context path
  Unavailable(String back) {
    this.back = back;
  }

  /// Says so to the user, and why to the log.
  void write(HttpServletRequest request, HttpServletResponse response, TweestapException why)
      throws IOException {
    LOG.error("the second step is not available: {}", why.getMessage());
    Locale language = language(request);
    ResourceBundle words = ResourceBundle.getBundle("io.tweestap.spring.words", language);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "60");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            PAGE.formatted(
                language.getLanguage(),
                words.getString("title"),
                words.getString("title"),
                words.getString("text"),
                request.getContextPath() + back,
                words.getString("again")));
  }

  private static Locale language(HttpServletRequest request) {
    String wanted = request.getLocale().getLanguage();
    return Locale.forLanguageTag(LANGUAGES.contains(wanted) ? wanted : "en");
  }
}
