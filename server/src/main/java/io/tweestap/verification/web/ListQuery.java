package io.tweestap.verification.web;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.State;
import io.tweestap.verification.VerificationFilter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The query of `GET /v1/verifications`.
record ListQuery(
    @Nullable String state,
    @Nullable String purpose,
    @Nullable String to,
    @Nullable String since,
    @Nullable String until,
    @Nullable String cursor,
    @Nullable Integer limit) {
  VerificationFilter read() {
    return new VerificationFilter(
        named("state", state, State::of),
        named("purpose", purpose, Purpose::of),
        Optional.ofNullable(to),
        named("since", since, ListQuery::moment),
        named("until", until, ListQuery::moment),
        named("cursor", cursor, Cursor::read),
        size());
  }

  private int size() {
    int size = limit == null ? Page.DEFAULT_SIZE : limit;
    if (size < 1 || size > Page.MAX_SIZE) {
      throw Fields.invalid("limit", "must be a number from 1 to " + Page.MAX_SIZE);
    }
    return size;
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

  @Override
  public String toString() {
    return "ListQuery[" + state + ", " + purpose + "]";
  }
}
