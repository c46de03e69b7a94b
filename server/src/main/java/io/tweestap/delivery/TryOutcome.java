package io.tweestap.delivery;

import java.util.Locale;
import java.util.Optional;

/// How one try to hand a message over ended.
public enum TryOutcome {
  /// The carrier took it.
  ACCEPTED,
  /// See [FailureClass#FRAUD].
  FRAUD,
  /// See [FailureClass#REJECTED].
  REJECTED,
  /// See [FailureClass#WRONG_TRANSPORT].
  WRONG_TRANSPORT,
  /// See [FailureClass#RETRY].
  RETRY,
  /// See [FailureClass#UNAVAILABLE].
  UNAVAILABLE,
  /// None came: it may have been sent.
  NO_ANSWER,
  /// Its life was over before the carrier was asked.
  EXPIRED;

  public static TryOutcome of(FailureClass kind) {
    return switch (kind) {
      case FRAUD -> FRAUD;
      case REJECTED -> REJECTED;
      case WRONG_TRANSPORT -> WRONG_TRANSPORT;
      case RETRY -> RETRY;
      case UNAVAILABLE -> UNAVAILABLE;
    };
  }

  public static TryOutcome of(HandOver answer) {
    return switch (answer) {
      case HandOver.Accepted _ -> ACCEPTED;
      case HandOver.Failed failed -> of(failed.kind());
      case HandOver.Unknown _ -> NO_ANSWER;
    };
  }

  /// As it stands in the API and the database: `wrong_transport`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TryOutcome> of(String text) {
    for (TryOutcome outcome : values()) {
      if (outcome.text().equals(text)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
