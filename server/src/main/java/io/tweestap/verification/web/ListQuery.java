package io.tweestap.verification.web;

import io.tweestap.shared.web.QueryFields;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.State;
import io.tweestap.verification.VerificationFilter;
import java.util.Optional;
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
        QueryFields.known("state", state, State::of),
        QueryFields.known("purpose", purpose, Purpose::of),
        Optional.ofNullable(to),
        QueryFields.moment("since", since),
        QueryFields.moment("until", until),
        QueryFields.cursor(cursor),
        QueryFields.size(limit));
  }

  @Override
  public String toString() {
    return "ListQuery[" + state + ", " + purpose + "]";
  }
}
