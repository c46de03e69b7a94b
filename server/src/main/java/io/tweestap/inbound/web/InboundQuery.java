package io.tweestap.inbound.web;

import io.tweestap.inbound.InboundFilter;
import io.tweestap.shared.web.QueryFields;
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
        QueryFields.moment("since", since),
        QueryFields.moment("until", until));
  }

  @Override
  public String toString() {
    return "InboundQuery[]";
  }
}
