package io.tweestap.verification.jdbc;

import io.tweestap.verification.Details;
import io.tweestap.verification.Verification;
import java.util.Optional;

/// A verification as it stands in the database.
///
/// @param address the whole address; empty once the verification is over
/// @param details what it is bound to; empty once it is over or where it is bound to nothing
public record Stored(
    Verification verification, Optional<String> address, Optional<Details> details) {
  @Override
  public String toString() {
    return "Stored[" + verification.id() + ", " + verification.state() + "]";
  }
}
