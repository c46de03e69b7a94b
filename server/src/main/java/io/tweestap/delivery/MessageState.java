package io.tweestap.delivery;

import java.util.Locale;
import java.util.Optional;

/// Where a message is. It never goes back: `QUEUED` comes first, and what receipts say comes after
/// `ACCEPTED`, which stays where a carrier sends none.
public enum MessageState {
  /// Waits for its turn or its next try.
  QUEUED,
  /// A carrier has it.
  ACCEPTED,
  /// No carrier took it: refused, or tried too often.
  FAILED,
  /// Its life ended before a carrier took it.
  EXPIRED,
  /// Withdrawn before it was sent: a newer code took its place, or the verification was canceled.
  CANCELED,
  /// The carrier reported that all of it arrived.
  DELIVERED,
  /// Of its parts some arrived and some never will.
  PARTLY_DELIVERED,
  /// The carrier reported that nothing of it arrives.
  UNDELIVERED;

  /// As it stands in the API and the database: `queued`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MessageState> of(String text) {
    for (MessageState state : values()) {
      if (state.text().equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
