package io.tweestap.tenant.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a tenant may choose. Each method returns its value or throws the problem that says what is
/// allowed.
final class SettingsRules {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of("nl", "de", "en");
  private static final Pattern SENDER =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9 ]{0,9}[A-Za-z0-9])?");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
  private static final Pattern CONTACT = Pattern.compile("[^\\p{Cntrl}]{0,100}");
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*"
              + "[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  private SettingsRules() {}

  static String name(String name) {
    return require(
        "name",
        name,
        NAME.matcher(name).matches() && !name.isBlank(),
        "The name has 1 to 100 characters.");
  }

  static String senderName(String sender) {
    return require(
        "sender_name",
        sender,
        SENDER.matcher(sender).matches(),
        "The sender name has 1 to 11 characters: letters a to z, digits, and spaces within.");
  }

  /// SMS-1: the last line of a code names a host, without scheme, port or path.
  static String loginHost(String host) {
    return require(
        "login_host",
        host,
        HOST.matcher(host).matches(),
        "The login host is a bare host name in lower case, as in login.example.org:"
            + " no scheme, port or path.");
  }

  static String country(String field, String country) {
    return require(
        field,
        country,
        COUNTRIES.contains(country),
        "A country is two capital letters of ISO 3166-1, as in NL.");
  }

  static Set<String> allowedCountries(String own, Set<String> allowed) {
    return require(
        "allowed_countries",
        allowed,
        allowed.contains(own),
        "The allowed countries hold at least the tenant's own, " + own + ".");
  }

  static Locale locale(String language) {
    return Locale.of(
        require(
            "locale",
            language,
            LANGUAGES.contains(language),
            "The locale is one of nl, de and en."));
  }

  static ZoneId zone(String name) {
    boolean known = ZoneId.getAvailableZoneIds().contains(name);
    require(
        "time_zone",
        name,
        known,
        "The time zone is a name of the IANA time zone database, as in Europe/Amsterdam.");
    return ZoneId.of(name);
  }

  /// Stands in mails, so it holds no link.
  static String contact(String contact) {
    return require(
        "support_contact",
        contact,
        CONTACT.matcher(contact).matches() && !contact.contains("://"),
        "The support contact has at most 100 characters on one line, and no link.");
  }

  static int limit(String name, int value, Map<String, Integer> defaults) {
    String field = "limits." + name;
    int most = defaults.getOrDefault(name, 0);
    return require(
        field,
        value,
        value >= 1 && value <= most,
        "This limit can only be lowered: from 1 to " + most + ".");
  }

  static void limitName(String name, Set<String> known) {
    if (!known.contains(name)) {
      throw Problem.of(
          ProblemCode.UNKNOWN_FIELD,
          "The limits are " + String.join(", ", known.stream().sorted().toList()) + ".",
          Map.of("field", "limits." + BodyFields.shown(name)));
    }
  }

  private static <T> T require(String field, T value, boolean fine, String advice) {
    if (!fine) {
      throw Problem.of(ProblemCode.INVALID_FIELD, advice, Map.of("field", field));
    }
    return value;
  }
}
