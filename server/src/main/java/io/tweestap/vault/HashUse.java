package io.tweestap.vault;

/// What a keyed hash is for. Hashes of different uses never compare equal.
public enum HashUse {
  /// A one-time code, together with the verification it belongs to.
  CODE,
  /// The details of a transaction that a code is bound to.
  DETAILS,
  /// An address (phone number or mail address), for look-up without storing it in the clear.
  ADDRESS,
  /// The key of a rate limit.
  LIMIT,
  /// A client's secret (128 bits of entropy or more).
  CLIENT_SECRET,
  /// The body of a request that came with an Idempotency-Key.
  REQUEST
}
