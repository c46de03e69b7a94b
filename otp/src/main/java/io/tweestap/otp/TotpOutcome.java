package io.tweestap.otp;

/// What checking a TOTP code showed.
public sealed interface TotpOutcome {
  /// The code fits. Spend `step`: accept only if it is greater than the last step accepted for this
  /// token, and store it in the same statement (RFC 6238 section 5.2).
  ///
  /// @param step the number of the time step at which the code fits
  /// @param offset how many steps that is after (positive) or before (negative) the given time; a
  ///   caller may learn a token's drift from it (RFC 6238 section 6)
  record Matched(long step, int offset) implements TotpOutcome {}

  /// No step in the window gives the code.
  record NoMatch() implements TotpOutcome {}
}
