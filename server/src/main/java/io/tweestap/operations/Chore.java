package io.tweestap.operations;

import java.time.Duration;

/// Housekeeping that one node at a time does, again and again. A room makes a bean of each of its
/// chores; any node may take them.
public interface Chore {
  /// Unique and stable: `expire-verifications`.
  String name();

  /// The time between the end of one run and the start of the next.
  Duration every();

  /// Does what there is to do now, in bounded portions. May be run again after a crash in the
  /// middle.
  void run();
}
