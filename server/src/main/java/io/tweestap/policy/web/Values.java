package io.tweestap.policy.web;

import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MomentFields;
import io.tweestap.shared.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads single values of a request, or says what is wrong with them.
final class Values {
  private static final int STAFF_MAX = 100;

  private Values() {}

  /// A value by its name.
  ///
  /// @param known all names, for the sentence that says what is allowed
  static <T> Optional<T> named(
      String field, @Nullable String text, Function<String, Optional<T>> read, List<String> known) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = read.apply(text);
    if (value.isEmpty()) {
      throw Fields.invalid(field, "must be one of " + String.join(", ", known));
    }
    return value;
  }

  static Optional<Integer> number(String field, @Nullable Integer number, int least, int most) {
    if (number != null && (number < least || number > most)) {
      throw Fields.invalid(field, "must be a number from " + least + " to " + most);
    }
    return Optional.ofNullable(number);
  }

  static Optional<LocalDate> date(String field, @Nullable String text) {
    return Optional.ofNullable(text)
        .map(given ->
            MomentFields.day(given)
                .orElseThrow(() -> Fields.invalid(field, "must be a date such as 2027-03-01")));
  }

  static Optional<Instant> moment(String field, @Nullable String text) {
    return Optional.ofNullable(text)
        .map(given ->
            MomentFields.read(given)
                .orElseThrow(
                    () -> Fields.invalid(field, "must be a time such as 2027-03-01T12:00:00Z")));
  }

  /// A zone of the time zone database, not a bare offset: dates need its daylight saving rules.
  static Optional<ZoneId> zone(String field, @Nullable String text) {
    if (text != null && !ZoneId.getAvailableZoneIds().contains(text)) {
      throw Fields.invalid(field, "must be a time zone such as Europe/Amsterdam");
    }
    return Optional.ofNullable(text).map(ZoneId::of);
  }

  static Optional<Locale> locale(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Locale locale = Locale.forLanguageTag(text);
    if (locale.getLanguage().isEmpty()) {
      throw Fields.invalid("locale", "must be a language tag such as nl, de or en");
    }
    return Optional.of(locale);
  }

  static String staff(String field, @Nullable String name) {
    String given = Fields.required(field, name).strip();
    if (given.length() > STAFF_MAX || given.chars().anyMatch(Character::isISOControl)) {
      throw Fields.invalid(field, "has at most 100 printable characters");
    }
    return given;
  }

  /// Something that is no id is the id of nothing.
  static UUID id(String text, Problem notFound) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw notFound;
    }
  }
}
