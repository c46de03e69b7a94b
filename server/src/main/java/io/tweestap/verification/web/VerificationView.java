package io.tweestap.verification.web;

import io.tweestap.verification.Verification;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A verification in an answer. Never the code, never the whole address.
record VerificationView(
    UUID id,
    String state,
    String purpose,
    String channel,
    String to,
    String locale,
    String sender,
    @Nullable String template,
    int codeLength,
    long ttl,
    boolean test,
    int sendsUsed,
    int sendsLeft,
    int checksUsed,
    int checksLeft,
    @Nullable Integer smsParts,
    @Nullable Instant nextSendAt,
    Instant expiresAt,
    Instant createdAt,
    @Nullable Instant finishedAt,
    Map<String, String> metadata) {
  static VerificationView of(Verification verification) {
    return of(verification, null);
  }

  static VerificationView of(Verification verification, @Nullable Integer smsParts) {
    boolean pending = verification.finishedAt().isEmpty();
    int sendsLeft = verification.sendsMax() - verification.sendsUsed();
    int checksLeft = verification.checksMax() - verification.checksUsed();
    return new VerificationView(
        verification.id(),
        verification.state().text(),
        verification.purpose().text(),
        verification.channel().text(),
        verification.to(),
        verification.locale().toLanguageTag(),
        verification.sender(),
        verification.template().orElse(null),
        verification.codeLength(),
        verification.ttl().toSeconds(),
        verification.test(),
        verification.sendsUsed(),
        pending ? sendsLeft : 0,
        verification.checksUsed(),
        pending ? checksLeft : 0,
        smsParts,
        pending && sendsLeft > 0 ? verification.nextSendAt() : null,
        verification.expiresAt(),
        verification.createdAt(),
        verification.finishedAt().orElse(null),
        verification.metadata());
  }
}
