package io.tweestap.operations;

import java.time.Duration;

/// A table that is partitioned by the time in its ids (UUIDv7). A room makes a bean for each of its
/// own.
///
/// @param table name of the parent table
/// @param keep how long rows stay at least; a week's partition goes when all of it is older
public record TimePartitions(String table, Duration keep) {
  public TimePartitions {
    if (!table.matches("[a-z_]{1,40}")) {
      throw new IllegalArgumentException("not the name of a table");
    }
  }
}
