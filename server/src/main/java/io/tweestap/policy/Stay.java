package io.tweestap.policy;

import java.time.Duration;
import java.util.Optional;

/// How long a login lasts and how long a browser may be remembered, as one policy has it.
///
/// @param loggedIn how long a login lasts; empty leaves it to others
/// @param idle how long it lasts without activity; empty leaves it to others
/// @param remember how long a browser may be remembered, zero forbids it; empty leaves it to others
/// @param profile the assurance level that this policy keeps to
public record Stay(
    Optional<Duration> loggedIn,
    Optional<Duration> idle,
    Optional<Duration> remember,
    Optional<Profile> profile) {
  /// Says nothing.
  public static final Stay USUAL =
      new Stay(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
