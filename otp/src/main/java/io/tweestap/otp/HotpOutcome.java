package io.tweestap.otp;

/// What checking a HOTP code showed.
public sealed interface HotpOutcome {
  /// The code fits. Store `nextCounter` in the same statement that accepts the code, and only if
  /// the stored counter has not moved meanwhile; only so a code is accepted once.
  ///
  /// @param counter the counter at which the (last) code fits
  /// @param nextCounter the counter to store: one more than `counter` (RFC 4226 section 7.2)
  record Matched(long counter, long nextCounter) implements HotpOutcome {}

  /// No counter in the window gives the code. The stored counter stays as it is.
  record NoMatch() implements HotpOutcome {}
}
