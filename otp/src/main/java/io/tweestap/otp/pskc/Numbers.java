package io.tweestap.otp.pskc;

import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_VALUE;

import io.tweestap.otp.InvalidOtpInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers and moments as XML Schema writes them.
final class Numbers {
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,19}");

  private Numbers() {}

  static long parse(String text, long min, long max) {
    try {
      if (INTEGER.matcher(text).matches()) {
        return inRange(Long.parseLong(text), min, max);
      }
    } catch (NumberFormatException e) {
      // Nineteen digits that are too many: the same answer as below.
    }
    throw new InvalidOtpInput(PSKC_VALUE, "not a whole number in range");
  }

  static @Nullable Integer parseInt(@Nullable String text, int min, int max) {
    return text == null ? null : (int) parse(text, min, max);
  }

  static long inRange(long value, long min, long max) {
    if (value < min || value > max) {
      throw new InvalidOtpInput(PSKC_VALUE, "a number is out of range");
    }
    return value;
  }

  /// A date and time; without an offset it is UTC.
  static @Nullable Instant moment(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
          text, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
        default -> throw new DateTimeException("neither");
      };
    } catch (DateTimeException e) {
      throw new InvalidOtpInput(PSKC_VALUE, "not a date and time");
    }
  }
}
