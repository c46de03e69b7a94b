package io.tweestap.inbound;

import java.time.Instant;
import java.util.Optional;

/// Which messages in a list shows; an empty part leaves all through. `toString` shows no number.
///
/// @param from whole number of the person, E.164
/// @param to own number
/// @param since received at this moment or later
/// @param until received before this moment
public record InboundFilter(
    Optional<String> from, Optional<String> to, Optional<Instant> since, Optional<Instant> until) {
  @Override
  public String toString() {
    return "InboundFilter[]";
  }
}
