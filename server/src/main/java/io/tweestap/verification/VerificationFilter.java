package io.tweestap.verification;

import io.tweestap.shared.Cursor;
import java.time.Instant;
import java.util.Optional;

/// Which verifications a list shows. All conditions that are present must hold.
///
/// @param to whole address, E.164 or mail
/// @param since created at this moment or later
/// @param until created before this moment
/// @param size rows of a page, 1 to 200
public record VerificationFilter(
    Optional<State> state,
    Optional<Purpose> purpose,
    Optional<String> to,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Cursor> after,
    int size) {
  @Override
  public String toString() {
    return "VerificationFilter[" + state + ", " + purpose + "]";
  }
}
