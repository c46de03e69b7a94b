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
  COUNTRY_DAY(Kind.COUNTRY);

  private final Kind kind;

  Rule(Kind kind) {
    this.kind = kind;
  }

  /// What is blocked when it is broken.
  public Kind kind() {
    return kind;
  }

  /// As it stands in the API and the database: `prefix_hour`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Rule> of(String text) {
    return Arrays.stream(values()).filter(rule -> rule.text().equals(text)).findFirst();
  }
}
