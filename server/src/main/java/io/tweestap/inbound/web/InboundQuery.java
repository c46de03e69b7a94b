package io.tweestap.inbound.web;

import io.tweestap.inbound.InboundFilter;
import io.tweestap.shared.web.Fields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The query of `GET /v1/inbound`. `toString` shows no number.
record InboundQuery(
    @Nullable String from,
    @Nullable String to,
    @Nullable String since,
    @Nullable String until,
    @Nullable Integer limit,
    @Nullable String cursor) {
  InboundFilter read() {
    return new InboundFilter(
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.ofNullable(since).map(text -> moment("since", text)),
        Optional.ofNullable(until).map(text -> moment("until", text)));
  }

  private static Instant moment(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw Fields.invalid(field, "must be a moment in UTC: 2026-03-01T09:00:00Z");
    }
  }

  @Override
  public String toString() {
    return "InboundQuery[]";
  }
}
