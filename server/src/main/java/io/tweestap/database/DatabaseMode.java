package io.tweestap.database;

/// Where the data are. The property `tweestap.embedded` says the same to conditions on beans.
public enum DatabaseMode {
  /// In the data directory, on the PostgreSQL that the program runs itself: one node, sandbox.
  EMBEDDED,
  /// On a PostgreSQL given by its address; other nodes may use it too.
  CLUSTER
}
