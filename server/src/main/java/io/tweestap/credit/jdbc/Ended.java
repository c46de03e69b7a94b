package io.tweestap.credit.jdbc;

/// A charge whose message was submitted or never will be.
///
/// @param parts that are paid for; 0 when it was not sent
public record Ended(Charge charge, int parts) {
  /// More parts than were set aside for cost no more.
  public Ended {
    parts = Math.min(parts, charge.partsReserved());
  }

  /// What is paid, in millionths.
  public long spent() {
    return Math.multiplyExact(charge.unitPrice(), (long) parts);
  }

  String state() {
    return parts == 0 ? "released" : "settled";
  }
}
