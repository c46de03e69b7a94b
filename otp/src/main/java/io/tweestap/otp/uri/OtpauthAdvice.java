package io.tweestap.otp.uri;

/// What may go wrong with a URI that is correct.
public enum OtpauthAdvice {
  /// Not SHA1, 6 digits and 30 seconds: some apps ignore the parameters and show other codes.
  UNUSUAL_PROFILE,
  /// The issuer holds one of `& ? # % + /`, which some readers decode too early.
  RISKY_ISSUER,
  /// Issuer and account are longer than the 64 octets that a security key keeps as the name.
  LONG_NAME,
  /// The secret is below 128 bit; some apps warn or refuse.
  SHORT_SECRET
}
