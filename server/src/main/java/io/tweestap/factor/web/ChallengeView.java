package io.tweestap.factor.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.verification.Verification;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A challenge: a code is on its way, a question is to be typed into a device, or one is to be put
/// to a security key by the browser.
///
/// @param to the masked number
/// @param proof the server's own response, to be compared on the device before answering
/// @param text the transaction that the question is made of
/// @param publicKey options for a security key, as WebAuthn's JSON has them
public record ChallengeView(
    UUID challengeId,
    @Nullable String channel,
    @Nullable String to,
    @Nullable String question,
    @Nullable String proof,
    @Nullable String text,
    @JsonRawValue @Nullable String publicKey,
    @Nullable Instant nextSendAt,
    Instant expiresAt) {
  /// A code on its way.
  public static ChallengeView sent(Verification sent) {
    return sent(
        new ChallengeOutcome.Sent(
            sent.id(), sent.channel(), sent.to(), sent.nextSendAt(), sent.expiresAt()));
  }

  static ChallengeView sent(ChallengeOutcome.Sent sent) {
    return new ChallengeView(
        sent.challenge(),
        sent.channel().text(),
        sent.to(),
        null,
        null,
        null,
        null,
        sent.nextSendAt(),
        sent.expiresAt());
  }

  /// A first question, about nothing.
  public static ChallengeView question(UUID challenge, String question, Instant expiresAt) {
    return new ChallengeView(challenge, null, null, question, null, null, null, null, expiresAt);
  }

  static ChallengeView asked(ChallengeOutcome.Asked asked) {
    return new ChallengeView(
        asked.challenge(),
        null,
        null,
        asked.question(),
        asked.proof().orElse(null),
        asked.text().orElse(null),
        null,
        null,
        asked.expiresAt());
  }

  /// Options for a security key that is to be made.
  public static ChallengeView key(UUID challenge, String publicKey, Instant expiresAt) {
    return new ChallengeView(challenge, null, null, null, null, null, publicKey, null, expiresAt);
  }

  static ChallengeView presented(ChallengeOutcome.Presented presented) {
    return new ChallengeView(
        presented.challenge(),
        null,
        null,
        null,
        null,
        presented.text().orElse(null),
        presented.publicKey(),
        null,
        presented.expiresAt());
  }

  @Override
  public String toString() {
    return "ChallengeView[" + challengeId + "]";
  }
}
