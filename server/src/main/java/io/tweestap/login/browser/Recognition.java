package io.tweestap.login.browser;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a browser token turned out to be.
public sealed interface Recognition {
  /// A remembered browser of this user.
  ///
  /// @param lastProofAt when a factor was last proven on it
  /// @param token the one that takes the old one's place; empty when another tab got it a moment
  ///   ago
  record Known(UUID id, Instant lastProofAt, Optional<String> token) implements Recognition {
    /// Shows no token.
    @Override
    public String toString() {
      return "Known[" + id + "]";
    }
  }

  /// No token, or none of this user that is still remembered.
  record Unknown() implements Recognition {}

  /// A token that had its turn before: somebody has a copy. The whole series is forgotten.
  record Stolen(Browser browser) implements Recognition {}

  /// The remembered browser's id, where there is one.
  default Optional<UUID> series() {
    return this instanceof Known known ? Optional.of(known.id()) : Optional.empty();
  }

  /// When a factor was last proven on it, where it is a remembered browser.
  default Optional<Instant> lastProof() {
    return this instanceof Known known ? Optional.of(known.lastProofAt()) : Optional.empty();
  }

  /// The token that the browser is to keep from now on, where it changes.
  default Optional<String> next() {
    return this instanceof Known known ? known.token() : Optional.empty();
  }
}
