package io.tweestap.risk.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be too much, from the narrowest to the widest: when several are broken at once, the
/// first of them is blocked, so that an attack closes as little as possible.
public enum Rule {
  /// Codes to one prefix within an hour that nobody typed.
  PREFIX_HOUR(Kind.PREFIX),
  /// The same within a day.
  PREFIX_DAY(Kind.PREFIX),
  /// Countries that one source had codes sent to within a day without typing one of theirs.
  SOURCE_COUNTRIES(Kind.SOURCE),
  /// Codes that one source caused within an hour and nobody typed.
  SOURCE_HOUR(Kind.SOURCE),
  /// The same within a day.
  SOURCE_DAY(Kind.SOURCE),
  /// Codes to one country within an hour that nobody typed.
  COUNTRY_HOUR(Kind.COUNTRY),
  /// The same within a day.
  COUNTRY_DAY(Kind.COUNTRY),
  /// Messages of an application to one prefix within an hour.
  MESSAGES_PREFIX_HOUR(Kind.MESSAGE_PREFIX),
  /// The same within a day.
  MESSAGES_PREFIX_DAY(Kind.MESSAGE_PREFIX),
  /// Messages of an application to one foreign country within an hour.
  MESSAGES_COUNTRY_HOUR(Kind.MESSAGE_COUNTRY),
  /// The same within a day.
  MESSAGES_COUNTRY_DAY(Kind.MESSAGE_COUNTRY),
  /// All messages of an application within an hour.
  MESSAGES_TENANT_HOUR(Kind.MESSAGE_TENANT),
  /// The same within a day.
  MESSAGES_TENANT_DAY(Kind.MESSAGE_TENANT);

  private final Kind kind;

  Rule(Kind kind) {
    this.kind = kind;
  }

  /// What is blocked when it is broken.
  public Kind kind() {
    return kind;
  }

  static Rule ofHour(Kind kind) {
    return switch (kind) {
      case MESSAGE_PREFIX -> MESSAGES_PREFIX_HOUR;
      case MESSAGE_COUNTRY -> MESSAGES_COUNTRY_HOUR;
      case MESSAGE_TENANT -> MESSAGES_TENANT_HOUR;
      case PREFIX -> PREFIX_HOUR;
      case SOURCE -> SOURCE_HOUR;
      case COUNTRY -> COUNTRY_HOUR;
    };
  }

  static Rule ofDay(Kind kind) {
    return switch (kind) {
      case MESSAGE_PREFIX -> MESSAGES_PREFIX_DAY;
      case MESSAGE_COUNTRY -> MESSAGES_COUNTRY_DAY;
      case MESSAGE_TENANT -> MESSAGES_TENANT_DAY;
      case PREFIX -> PREFIX_DAY;
      case SOURCE -> SOURCE_DAY;
      case COUNTRY -> COUNTRY_DAY;
    };
  }

  /// As it stands in the API and the database: `prefix_hour`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Rule> of(String text) {
    return Arrays.stream(values()).filter(rule -> rule.text().equals(text)).findFirst();
  }
}
