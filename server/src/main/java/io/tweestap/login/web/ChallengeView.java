package io.tweestap.login.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tweestap.factor.ChallengeOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A challenge: a code is on its way, or a question is to be typed into a device.
///
/// @param challengeId missing where the factor needs none
/// @param proof the server's own response, to be compared on the device before answering
/// @param text the transaction that the question is made of
/// @param publicKey options for a security key, as WebAuthn's JSON has them
record ChallengeView(
    @Nullable UUID challengeId,
    UUID factorId,
    @Nullable String channel,
    @Nullable String to,
    @Nullable String question,
    @Nullable String proof,
    @Nullable String text,
    @JsonRawValue @Nullable String publicKey,
    @Nullable Instant nextSendAt,
    @Nullable Instant expiresAt) {
  static ChallengeView of(UUID factor, ChallengeOutcome.Sent sent) {
    return new ChallengeView(
        sent.challenge(),
        factor,
        sent.channel().text(),
        sent.to(),
        null,
        null,
        null,
        null,
        sent.nextSendAt(),
        sent.expiresAt());
  }

  static ChallengeView of(UUID factor, ChallengeOutcome.Asked asked) {
    return new ChallengeView(
        asked.challenge(),
        factor,
        null,
        null,
        asked.question(),
        asked.proof().orElse(null),
        asked.text().orElse(null),
        null,
        null,
        asked.expiresAt());
  }

  static ChallengeView of(UUID factor, ChallengeOutcome.Presented presented) {
    return new ChallengeView(
        presented.challenge(),
        factor,
        null,
        null,
        null,
        null,
        presented.text().orElse(null),
        presented.publicKey(),
        null,
        presented.expiresAt());
  }

  static ChallengeView none(UUID factor) {
    return new ChallengeView(null, factor, null, null, null, null, null, null, null, null);
  }
}
