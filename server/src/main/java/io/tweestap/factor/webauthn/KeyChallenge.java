package io.tweestap.factor.webauthn;

import io.tweestap.factor.FactorId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A challenge that was given out. The challenge itself is not kept, only a keyed hash (WA-1).
///
/// @param factor that it was asked for; to register, the pending one
/// @param allowed the factors whose keys may answer
/// @param hash what the answer's challenge must hash to
/// @param detailsHash what the challenge of a payment was made of; null otherwise
record KeyChallenge(
    UUID id,
    UserId user,
    FactorId factor,
    Ceremony ceremony,
    List<FactorId> allowed,
    byte[] hash,
    byte @Nullable [] detailsHash,
    Instant createdAt,
    Instant expiresAt,
    boolean spent) {
  /// What a challenge is for.
  enum Ceremony {
    CREATE,
    GET;

    /// As it stands in the database.
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// As it stands in what the browser says (WA-4).
    String type() {
      return "webauthn." + text();
    }
  }

  KeyChallenge {
    allowed = List.copyOf(allowed);
  }

  @Override
  public String toString() {
    return "KeyChallenge[" + id + "]";
  }
}
