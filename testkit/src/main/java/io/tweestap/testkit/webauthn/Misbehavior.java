package io.tweestap.testkit.webauthn;

/// What a browser or an authenticator does wrong.
public enum Misbehavior {
  /// Answers for another site.
  WRONG_RP_ID_HASH,
  /// Nobody touched it.
  NO_USER_PRESENCE,
  /// Nobody typed a PIN; it usually says that somebody did.
  NO_USER_VERIFICATION,
  /// Its counter is one lower than before.
  COUNTER_BACK,
  /// Answers another challenge.
  WRONG_CHALLENGE,
  /// Says that it made a key where it was asked for an answer, and the other way round.
  WRONG_TYPE,
  /// Names a credential that it is not.
  OTHER_CREDENTIAL,
  /// Says that the page is in a frame of another site.
  CROSS_ORIGIN,
  /// Signs something else.
  WRONG_SIGNATURE,
  /// Belongs to somebody else.
  OTHER_USER_HANDLE,
  /// Can be copied all of a sudden, or not any more.
  CHANGED_BACKUP_ELIGIBILITY,
  /// Was copied, and cannot be.
  BACKED_UP_BUT_NOT_ELIGIBLE,
  /// Octets follow what it says.
  TRAILING_BYTES,
  /// Its public key is no point of the curve.
  OFF_CURVE,
  /// Its public key is of an algorithm that was not offered.
  UNOFFERED_ALGORITHM,
  /// No attestation, with a statement.
  STATEMENT_WITH_NONE,
  /// An attestation of a format that is nearly `packed`.
  UNKNOWN_FORMAT,
  /// A credential id of 1024 octets.
  LONG_CREDENTIAL_ID,
  /// Says something of extensions that nobody asked for.
  UNREQUESTED_EXTENSION
}
