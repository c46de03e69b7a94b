package io.tweestap.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What an application says about a message that it wrote itself. `toString` shows nothing of it.
///
/// @param sendAt when it is due; empty: at once
/// @param reference the application's own name for it, 1 to 100 characters
/// @param metadata the application's own notes, shown again in answers and events
/// @param test whether it is for one of the tenant's test numbers: then it counts as accepted, and
///   no carrier ever sees it
public record ClientNotes(
    Optional<Instant> sendAt,
    Optional<String> reference,
    Map<String, String> metadata,
    boolean test) {
  /// The carrier that a message to a test number names.
  public static final String TEST_CARRIER = "test";

  public ClientNotes {
    metadata = Map.copyOf(metadata);
  }

  @Override
  public String toString() {
    return "ClientNotes[" + (test ? "test" : "") + "]";
  }
}
