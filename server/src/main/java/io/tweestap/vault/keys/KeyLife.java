package io.tweestap.vault.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a key was made, became primary, and stopped being primary.
///
/// @param primarySince null while the key waits for its promotion
/// @param retiredAt null while it waits or is primary
public record KeyLife(
    int id, Instant madeAt, @Nullable Instant primarySince, @Nullable Instant retiredAt) {
  /// A key's three states, in the order in which it goes through them.
  public enum State {
    /// In the file, so that every node learns it, but nothing is sealed with it yet.
    WAITING,
    /// Seals, hashes and signs everything new.
    PRIMARY,
    /// Opens and compares what it once made.
    RETIRED
  }

  public KeyLife {
    if (id < 1) {
      throw new IllegalArgumentException("a key id is positive");
    }
    if (retiredAt != null && primarySince == null) {
      throw new IllegalArgumentException("only a key that was primary retires");
    }
  }

  public State state() {
    if (retiredAt != null) {
      return State.RETIRED;
    }
    return primarySince == null ? State.WAITING : State.PRIMARY;
  }

  KeyLife promoted(Instant now) {
    return new KeyLife(id, madeAt, now, null);
  }

  KeyLife retired(Instant now) {
    return new KeyLife(id, madeAt, primarySince, now);
  }
}
