package io.tweestap.delivery;

import java.util.Locale;
import java.util.Optional;

/// Where a message is. Only `QUEUED` is not final for now: receipts come later.
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
  CANCELED;

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
