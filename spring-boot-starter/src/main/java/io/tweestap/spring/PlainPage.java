package io.tweestap.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// A page of a title, a sentence and a link, in the user's language. It needs nothing that could be
/// broken as well: no template, no script, no style.
final class PlainPage {
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

  private PlainPage() {}

  /// @param name what the keys of its words begin with
  /// @param next where the link leads, with the context path
  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String name,
      String next)
      throws IOException {
    Locale language = language(request);
    ResourceBundle words = ResourceBundle.getBundle("io.tweestap.spring.words", language);
    String title = words.getString(name + ".title");
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            PAGE.formatted(
                language.getLanguage(),
                title,
                title,
                words.getString(name + ".text"),
                next,
                words.getString(name + ".next")));
  }

  private static Locale language(HttpServletRequest request) {
    String wanted = request.getLocale().getLanguage();
    return Locale.forLanguageTag(LANGUAGES.contains(wanted) ? wanted : "en");
  }
}
