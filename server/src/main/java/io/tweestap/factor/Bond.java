package io.tweestap.factor;

import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.Optional;

/// The record of one authenticator at one account (BND-1).
///
/// @param name what the user calls it, 1 to 100 characters
/// @param boundAt when it was confirmed; while it is pending, when it was begun
/// @param source how it came: `enrolled`, `imported`, `token`, or a word of its kind
/// @param lastUsedAt when an answer was last right
/// @param expiresAt from when on it is refused; empty when it has no end. While it is pending: when
///   it is given up
/// @param failures wrong answers since the last right one, 0 to 100
/// @param slowedUntil answers before this moment are not compared; may lie in the past
public record Bond(
    FactorId id,
    UserId user,
    String name,
    FactorState state,
    Instant boundAt,
    String source,
    Optional<Instant> lastUsedAt,
    Optional<Instant> expiresAt,
    int failures,
    Optional<Instant> slowedUntil) {
  /// Longest name.
  public static final int NAME_MAX = 100;

  public Bond {
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw new IllegalArgumentException("a factor's name has 1 to " + NAME_MAX + " characters");
    }
  }

  /// Whether its time is over (BND-6).
  public boolean isExpired(Instant now) {
    return expiresAt.isPresent() && !expiresAt.get().isAfter(now);
  }

  /// Until when it is slowed down now; empty when it is not.
  public Optional<Instant> slowedAfter(Instant now) {
    return slowedUntil.filter(until -> until.isAfter(now));
  }
}
