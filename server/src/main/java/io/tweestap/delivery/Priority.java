package io.tweestap.delivery;

/// Which messages go first. The number in the database is the ordinal: lower is sooner.
public enum Priority {
  /// A one-time code that somebody waits for.
  CODE,
  /// Word to a user about the account: a new device, a changed address.
  NOTICE,
  /// Everything else.
  BULK
}
