package io.tweestap.delivery.smpp.wire;

import org.jsmpp.bean.BindType;

/// What a bind is for.
public enum Direction {
  /// `bind_transceiver`: both.
  BOTH(BindType.BIND_TRX),
  /// `bind_transmitter`: messages out.
  OUT(BindType.BIND_TX),
  /// `bind_receiver`: receipts and messages in.
  IN(BindType.BIND_RX);

  private final BindType type;

  Direction(BindType type) {
    this.type = type;
  }

  BindType type() {
    return type;
  }

  /// Whether messages go out over it.
  public boolean sends() {
    return this != IN;
  }
}
