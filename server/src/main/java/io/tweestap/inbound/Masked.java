package io.tweestap.inbound;

import io.tweestap.shared.PhoneNumber;

/// A number as it may be shown. Short ones are no person's.
public final class Masked {
  private static final int SHORT = 6;

  private Masked() {}

  public static String of(String from) {
    if (from.matches("\\+[1-9][0-9]{6,14}")) {
      return new PhoneNumber(from).masked();
    }
    return from.length() <= SHORT
        ? from
        : from.substring(0, 2) + "*".repeat(from.length() - 4) + from.substring(from.length() - 2);
  }
}
