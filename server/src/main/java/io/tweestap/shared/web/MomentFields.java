package io.tweestap.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.function.Function;

/// Reads moments and days as RFC 3339 writes them, with years of four digits (section 5.6): Java
/// would read more, up to moments that no id and no column can hold.
public final class MomentFields {
  private static final int YEAR_MAX = 9999;

  private MomentFields() {}

  /// A moment with its offset; empty when it is none.
  public static Optional<Instant> read(String text) {
    return read(text, OffsetDateTime::parse).map(OffsetDateTime::toInstant);
  }

  /// A day; empty when it is none.
  public static Optional<LocalDate> day(String text) {
    return read(text, LocalDate::parse);
  }

  private static <T extends TemporalAccessor> Optional<T> read(
      String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text)).filter(MomentFields::fits);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static boolean fits(TemporalAccessor read) {
    int year = read.get(ChronoField.YEAR);
    return year >= 0 && year <= YEAR_MAX;
  }
}
