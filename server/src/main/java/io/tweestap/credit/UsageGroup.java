package io.tweestap.credit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What usage can be told apart by.
public enum UsageGroup {
  /// The day on which it was spent, in the tenant's time zone.
  DAY,
  /// Where the messages went.
  COUNTRY,
  /// The sender that recipients saw.
  SENDER;

  /// As it stands in the API: `day`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<UsageGroup> of(String text) {
    return Arrays.stream(values()).filter(group -> group.text().equals(text)).findFirst();
  }
}
