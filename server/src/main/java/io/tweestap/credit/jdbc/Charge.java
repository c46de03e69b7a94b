package io.tweestap.credit.jdbc;

import java.util.UUID;

/// What is set aside for one message, locked by whoever read it.
///
/// @param partsReserved so many parts are set aside for
public record Charge(
    UUID message,
    String country,
    String network,
    String sender,
    long unitPrice,
    int partsReserved) {
  /// What was set aside, in millionths.
  public long held() {
    return Math.multiplyExact(unitPrice, (long) partsReserved);
  }
}
