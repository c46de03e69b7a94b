package io.tweestap.delivery.receipt;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The dates of a receipt, whose zone it does not say: `YYMMDDhhmm`, with seconds, with a whole
/// year, as SMPP writes times (`YYMMDDhhmmsstnnp`, section 7.1.1), or with dashes and colons.
final class ReceiptDate {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{10,16}");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([0-9]{4})[-/.]([0-9]{2})[-/.]([0-9]{2})[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?");

  private ReceiptDate() {}

  static Optional<LocalDateTime> read(String text) {
    Optional<MatchResult> written = WRITTEN.matcher(text).results().findFirst();
    if (written.isPresent()) {
      return written.flatMap(ReceiptDate::written);
    }
    return DIGITS
        .matcher(text)
        .results()
        .findFirst()
        .map(MatchResult::group)
        .flatMap(ReceiptDate::digits);
  }

  private static Optional<LocalDateTime> digits(String text) {
    return switch (text.length()) {
      case 10 -> of(2000 + two(text, 0), text, 2, false);
      case 12 ->
          of(2000 + two(text, 0), text, 2, true)
              .or(() -> of(Integer.parseInt(text, 0, 4, 10), text, 4, false));
      case 14 -> of(Integer.parseInt(text, 0, 4, 10), text, 4, true);
      case 15 -> of(2000 + two(text, 0), text, 2, true);
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDateTime> written(MatchResult found) {
    String seconds = found.group(6) == null ? "00" : found.group(6);
    return digits(
        found.group(1)
            + found.group(2)
            + found.group(3)
            + found.group(4)
            + found.group(5)
            + seconds);
  }

  /// @param at where the month begins
  private static Optional<LocalDateTime> of(int year, String text, int at, boolean withSeconds) {
    try {
      return Optional.of(
          LocalDateTime.of(
              year,
              two(text, at),
              two(text, at + 2),
              two(text, at + 4),
              two(text, at + 6),
              withSeconds ? two(text, at + 8) : 0));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int two(String text, int at) {
    return Integer.parseInt(text, at, at + 2, 10);
  }
}
