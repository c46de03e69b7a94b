package io.tweestap.factor;

import io.tweestap.shared.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What became of the wish for a challenge.
public sealed interface ChallengeOutcome {
  /// A code is on its way.
  ///
  /// @param to the masked number
  /// @param nextSendAt from when on another can be sent
  record Sent(UUID challenge, Channel channel, String to, Instant nextSendAt, Instant expiresAt)
      implements ChallengeOutcome {}

  /// A question for the device.
  ///
  /// @param question as it is to be typed into the device
  /// @param proof the server's own answer, to be compared on the device first (mutual mode)
  /// @param text the transaction that the question is made of, to be shown beside it (signature
  ///   mode)
  record Asked(
      UUID challenge,
      String question,
      Optional<String> proof,
      Optional<String> text,
      Instant expiresAt)
      implements ChallengeOutcome {}

  /// A question for a security key, to be put by the user's browser.
  ///
  /// @param publicKey `PublicKeyCredentialRequestOptionsJSON` of WebAuthn Level 3
  /// @param text the transaction that the challenge is made of, to be shown beside it
  record Presented(UUID challenge, String publicKey, Optional<String> text, Instant expiresAt)
      implements ChallengeOutcome {}

  /// Answers to this factor need no challenge.
  record NotNeeded() implements ChallengeOutcome {}

  /// Too many wrong answers to this factor.
  ///
  /// @param until from when on there are challenges again
  record SlowedDown(Instant until) implements ChallengeOutcome {}

  /// A hundred failures in a row: the factor must be bound anew.
  record MustRebind() implements ChallengeOutcome {}

  /// The factor's time is over.
  record Expired() implements ChallengeOutcome {}

  /// There is no such factor of this user, or it is pending, suspended or removed.
  record NotUsable() implements ChallengeOutcome {}

  /// A limit on sending is used up, or the last code was sent a moment ago.
  record TooMany(Duration retryAfter) implements ChallengeOutcome {}

  /// It cannot be begun as wished.
  ///
  /// @param reason a stable word, such as `channel_not_available`
  record NotPossible(String reason) implements ChallengeOutcome {}
}
