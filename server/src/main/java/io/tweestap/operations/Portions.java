package io.tweestap.operations;

import java.util.function.IntSupplier;

/// Work on many rows a portion at a time, so that no transaction is long and no statement holds
/// many rows.
public final class Portions {
  private Portions() {}

  /// Does one portion after the other until one was not full.
  ///
  /// @param full rows of a full portion
  /// @param portion does one, and says how many rows it was
  public static void untilDone(int full, IntSupplier portion) {
    int done;
    do {
      done = portion.getAsInt();
    } while (done == full);
  }
}
