package io.tweestap.credit.web;

import io.tweestap.credit.UsageGroup;
import io.tweestap.shared.web.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The query of `GET /v1/credit/usage`.
record UsageQuery(@Nullable String from, @Nullable String to, @Nullable String by) {
  Optional<LocalDate> first() {
    return day("from", from);
  }

  Optional<LocalDate> last() {
    return day("to", to);
  }

  /// By everything when the caller names nothing.
  Set<UsageGroup> groups() {
    if (by == null) {
      return EnumSet.allOf(UsageGroup.class);
    }
    Set<UsageGroup> groups = EnumSet.noneOf(UsageGroup.class);
    for (String name : by.split(",", -1)) {
      groups.add(UsageGroup.of(name).orElseThrow(UsageQuery::wrongGroups));
    }
    return groups;
  }

  private static RuntimeException wrongGroups() {
    return Fields.invalid("by", "must be of day, country and sender, with commas in between");
  }

  private static Optional<LocalDate> day(String field, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1970 && day.getYear() <= 9999) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw Fields.invalid(field, "must be a day, as in 2027-01-31");
  }
}
