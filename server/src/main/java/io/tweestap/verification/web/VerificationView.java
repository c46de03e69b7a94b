package io.tweestap.verification.web;

import io.tweestap.verification.NextAction;
import io.tweestap.verification.Verification;
import java.time.Instant;
import java.util.List;
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
    @Nullable List<NextActionView> nextActions,
    Instant expiresAt,
    Instant createdAt,
    @Nullable Instant finishedAt,
    Map<String, String> metadata,
    @Nullable List<StepView> workflow) {
  /// One of many: what can be done next is told of one at a time.
  static VerificationView of(Verification verification) {
    return of(verification, null, null);
  }

  static VerificationView of(Verification verification, List<NextAction> next) {
    return of(verification, null, NextActionView.of(next));
  }

  static VerificationView of(Verification verification, int smsParts, List<NextAction> next) {
    return of(verification, smsParts, NextActionView.of(next));
  }

  private static VerificationView of(
      Verification verification,
      @Nullable Integer smsParts,
      @Nullable List<NextActionView> nextActions) {
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
        nextActions,
        verification.expiresAt(),
        verification.createdAt(),
        verification.finishedAt().orElse(null),
        verification.metadata(),
        StepView.of(verification));
  }
}
