package io.tweestap.delivery;

/// Which messages go first. The number in the database is the ordinal: lower is sooner.
public enum Priority {
  /// A one-time code that somebody waits for.
  CODE,
  /// Everything else.
  BULK
}
