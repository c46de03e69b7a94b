package io.tweestap.shared;

import java.util.regex.Pattern;

/// A phone number in E.164 form: `+`, then 7 to 15 digits, the first not 0 (SMS-6).
///
/// `toString` shows a masked number, so that a log line never holds a whole one.
public record PhoneNumber(String e164) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  /// The number with all but the first three and last two digits hidden: `+31******78`.
  public String masked() {
    int hidden = e164.length() - 5;
    return e164.substring(0, 3) + "*".repeat(hidden) + e164.substring(e164.length() - 2);
  }

  @Override
  public String toString() {
    return masked();
  }
}
