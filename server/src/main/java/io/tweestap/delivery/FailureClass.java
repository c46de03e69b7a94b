package io.tweestap.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a carrier's no means for the message, and with it what happens next.
public enum FailureClass {
  /// The carrier takes it for fraud: no carrier gets it again.
  FRAUD,
  /// The message itself cannot be sent, to this recipient or at all: no carrier gets it again.
  REJECTED,
  /// The recipient cannot be reached this way by this carrier.
  WRONG_TRANSPORT,
  /// Worth another try.
  RETRY,
  /// The carrier cannot serve us at all for now: its line or our account is the problem.
  UNAVAILABLE;

  /// As it stands in the API and the database: `wrong_transport`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FailureClass> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }

  /// For people: `wrong transport`.
  public String words() {
    return text().replace('_', ' ');
  }
}
