package io.tweestap.delivery.smpp;

/// What an operator's error means for the message.
public enum FailureClass {
  /// The operator takes it for fraud: never again.
  FRAUD,
  /// The message itself cannot be sent: never again.
  REJECTED,
  /// The recipient cannot get an SMS, but might get a call.
  WRONG_TRANSPORT,
  /// Worth another try.
  RETRY,
  /// The operator cannot serve us at all for now.
  UNAVAILABLE
}
