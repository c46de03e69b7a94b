package io.tweestap.operations;

import java.time.Duration;

/// A table that is partitioned by the time in its ids (UUIDv7). A room makes a bean for each of its
/// own.
///
/// @param table name of the parent table
/// @param keep how long rows stay at least; a week's partition goes when all of it is older
/// @param weeksAhead for how many weeks after this one there are partitions, 1 or more
public record TimePartitions(String table, Duration keep, int weeksAhead) {
  private static final int USUAL_WEEKS_AHEAD = 2;

  /// For rows whose ids carry the moment they were written.
  public TimePartitions(String table, Duration keep) {
    this(table, keep, USUAL_WEEKS_AHEAD);
  }

  public TimePartitions {
    if (!table.matches("[a-z_]{1,40}")) {
      throw new IllegalArgumentException("not the name of a table");
    }
  }
}
