package io.tweestap.delivery.smpp;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the settings of a link may be. Each rule throws [InvalidLinkException] with a sentence that
/// says what is allowed.
final class LinkRules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]*");
  private static final Pattern TYPE_AND_PLAN = Pattern.compile("[0-6]/(0|1|3|4|6|8|9|10|14|18)");
  private static final Pattern TAG = Pattern.compile("[0-9a-fA-F]{4}");
  private static final Pattern VALUE = Pattern.compile("([0-9a-fA-F]{2}){0,200}");
  private static final Pattern STATUS = Pattern.compile("[0-9a-fA-F]{1,8}");

  /// Parameters that the link writes itself.
  private static final Set<String> OWN = Set.of("0204", "020c", "020e", "020f", "0424");

  private static final int PASSWORD_MAX = 8;

  private LinkRules() {}

  static void check(
      String name, String host, String systemId, String systemType, String serviceType) {
    require(
        NAME.matcher(name).matches(),
        "name",
        "A name has 1 to 30 characters a to z, 0 to 9 and -, and begins with a letter.");
    require(HOST.matcher(host).matches(), "host", "Give a name or an address.");
    text("system_id", systemId, 1, 15);
    text("system_type", systemType, 0, 12);
    text("service_type", serviceType, 0, 5);
  }

  /// The password, which is no setting but kept apart.
  static void password(String password) {
    text("password", password, 0, PASSWORD_MAX);
  }

  static void between(String field, int value, int least, int most) {
    require(value >= least && value <= most, field, "Give " + least + " to " + most + ".");
  }

  static void seconds(String field, Duration value, int most) {
    require(
        value.compareTo(Duration.ofSeconds(1)) >= 0
            && value.compareTo(Duration.ofSeconds(most)) <= 0,
        field,
        "Give 1 to " + most + " seconds.");
  }

  static void typeAndPlan(String field, String value) {
    require(
        TYPE_AND_PLAN.matcher(value).matches(),
        field,
        "Give type of number and numbering plan as 1/1: a type from 0 to 6, and a plan of SMPP.");
  }

  static void optional(String tag, String value) {
    require(
        TAG.matcher(tag).matches() && VALUE.matcher(value).matches(),
        "extra",
        "Give a tag of four hexadecimal digits and a value of whole octets, 200 at most.");
    require(
        !OWN.contains(tag.toLowerCase(Locale.ROOT)),
        "extra",
        "The link writes the parameter " + tag + " itself.");
  }

  static void status(String status) {
    require(STATUS.matcher(status).matches(), "errors", "Give each status in hexadecimal.");
  }

  private static void text(String field, String text, int least, int most) {
    require(
        text.length() >= least && text.length() <= most && PRINTABLE.matcher(text).matches(),
        field,
        "Give " + least + " to " + most + " characters of ASCII without spaces.");
  }

  static void require(boolean holds, String field, String sentence) {
    if (!holds) {
      throw new InvalidLinkException(field, sentence);
    }
  }

  /// Tags and values as they are sent.
  static Map.Entry<Integer, byte[]> parameter(Map.Entry<String, String> extra) {
    return Map.entry(
        Integer.parseInt(extra.getKey(), 16), HexFormat.of().parseHex(extra.getValue()));
  }
}
