package io.tweestap.delivery.courier;

/// Keeps a share of one courier's messages for [Priority#BULK], so that they get on even while
/// there is always something more urgent: one in twenty. A code so waits behind one bulk message at
/// most among twenty.
final class BulkFloor {
  private static final int ONE_IN = 20;

  private int sinceLast;

  /// How many bulk messages come first in the next batch.
  int due() {
    return sinceLast / ONE_IN;
  }

  /// Counts messages of a batch that is on its way; where bulk was due, it has had its turn,
  /// whether there was any or not.
  void claimed(int messages) {
    sinceLast = sinceLast % ONE_IN + messages;
  }
}
