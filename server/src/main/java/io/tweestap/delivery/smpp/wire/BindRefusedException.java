package io.tweestap.delivery.smpp.wire;

import java.io.IOException;

/// The operator answered a bind with an error.
public final class BindRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  BindRefusedException(int status) {
    super("the bind was answered with %#04x".formatted(status));
    this.status = status;
  }

  /// `command_status` of the response.
  public int status() {
    return status;
  }
}
