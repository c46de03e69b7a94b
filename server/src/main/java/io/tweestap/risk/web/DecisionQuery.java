package io.tweestap.risk.web;

import io.tweestap.risk.Decision;
import io.tweestap.risk.DecisionFilter;
import io.tweestap.risk.rule.Rule;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.PageFields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The query of `GET /v1/fraud/decisions`.
record DecisionQuery(
    @Nullable String action,
    @Nullable String rule,
    @Nullable String country,
    @Nullable String since,
    @Nullable String until,
    @Nullable String cursor,
    @Nullable Integer limit) {
  DecisionFilter read() {
    return new DecisionFilter(
        named("action", action, Decision.Action::of),
        named("rule", rule, Rule::of),
        named("country", country, text -> Optional.of(text).filter(it -> it.matches("[A-Z]{2}"))),
        named("since", since, DecisionQuery::moment),
        named("until", until, DecisionQuery::moment),
        named("cursor", cursor, Cursor::read),
        PageFields.size(limit));
  }

  private static <T> Optional<T> named(
      String field, @Nullable String text, Function<String, Optional<T>> read) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = read.apply(text);
    if (value.isEmpty()) {
      throw Fields.invalid(field, "has a value that is not known");
    }
    return value;
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
