package io.tweestap.delivery.smpp.wire;

/// Takes what operators deliver.
public interface Receiver {
  /// All is well: the operator need not keep it.
  int OK = 0x00;

  /// Temporarily not: the operator delivers it again later (`ESME_RX_T_APPN`).
  int LATER = 0x64;

  /// Takes a delivery for good before it returns. Called on many threads at once.
  ///
  /// @return the `command_status` of the response
  int take(Inbound delivery);

  /// Says that the response with [#OK] was written. It is never called when the connection broke or
  /// the program ended between the two.
  default void answered(Inbound delivery) {}
}
