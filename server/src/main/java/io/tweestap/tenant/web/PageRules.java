package io.tweestap.tenant.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.AccentColor;
import io.tweestap.tenant.Logo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a tenant may choose for its pages. Each method returns its value or throws the problem that
/// says what is allowed.
final class PageRules {
  private static final Set<String> LANGUAGES = Set.of("nl", "de", "en");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern LINES = Pattern.compile("[^\\p{Cntrl}\\n]*(\\n[^\\p{Cntrl}\\n]*)*");
  private static final Pattern DATA = Pattern.compile("data:image/(png|jpeg);base64,(.+)");
  private static final int HELP_MAX = 500;
  private static final int URLS_MAX = 50;
  private static final int URL_MAX = 500;

  private PageRules() {}

  static AccentColor accent(String text) {
    AccentColor color =
        AccentColor.of(text)
            .orElseThrow(() ->
                invalid("accent", "The color is written as #1f5fbf: six digits, in lower case."));
    if (color.readability() < AccentColor.ENOUGH) {
      throw invalid(
          "accent",
          String.format(
              Locale.ROOT,
              "This color is too light to be read: its contrast is %.1f, at least %.1f is needed"
                  + " (WCAG 2.2, 1.4.3). The nearest that will do is %s.",
              color.readability(),
              AccentColor.ENOUGH,
              color.readable().text()));
    }
    return color;
  }

  static Logo logo(String text) {
    var found = DATA.matcher(text);
    if (!found.matches()) {
      throw badLogo();
    }
    try {
      return Logo.of(Base64.getDecoder().decode(found.group(2))).orElseThrow(PageRules::badLogo);
    } catch (IllegalArgumentException _) {
      throw badLogo();
    }
  }

  private static Problem badLogo() {
    return invalid(
        "logo",
        "The logo is a data URI of a PNG or JPEG picture of at most "
            + Logo.BYTES_MAX
            + " bytes, as in data:image/png;base64,iVBOR...");
  }

  static String language(String language) {
    if (!LANGUAGES.contains(language)) {
      throw invalid("help_texts", "The languages are nl, de and en.");
    }
    return language;
  }

  static String helpText(String language, String text) {
    String tidy = text.strip();
    if (tidy.length() > HELP_MAX || !LINES.matcher(tidy).matches()) {
      throw invalid(
          "help_texts." + language, "A help text has at most " + HELP_MAX + " characters.");
    }
    return tidy;
  }

  static List<String> returnUrls(List<String> urls) {
    if (urls.size() > URLS_MAX) {
      throw invalid("return_urls", "There are at most " + URLS_MAX + " return addresses.");
    }
    urls.forEach(PageRules::returnUrl);
    return urls;
  }

  /// RFC 9700 section 4.1.3: whole addresses, without patterns. No fragment, because the answer is
  /// appended to the query.
  private static void returnUrl(String url) {
    try {
      URI uri = new URI(url);
      if (url.length() <= URL_MAX
          && uri.getHost() != null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && isSafe(uri)) {
        return;
      }
    } catch (URISyntaxException _) {
      throw badUrl();
    }
    throw badUrl();
  }

  private static boolean isSafe(URI uri) {
    String scheme = uri.getScheme();
    return "https".equals(scheme)
        || ("http".equals(scheme) && THIS_MACHINE.contains(uri.getHost()));
  }

  private static Problem badUrl() {
    return invalid(
        "return_urls",
        "A return address is an https URL without fragment, user or wildcard, of at most "
            + URL_MAX
            + " characters; http only at localhost, 127.0.0.1 and [::1].");
  }

  private static Problem invalid(String field, String advice) {
    return Problem.of(ProblemCode.INVALID_FIELD, advice, Map.of("field", field));
  }
}
