package io.tweestap.shared.web;

import java.io.IOException;

/// A body that announced no length grew past the limit while it was read.
public final class BodyTooLargeException extends IOException {
  private final int maxBytes;

  public BodyTooLargeException(int maxBytes) {
    super("the body is too large");
    this.maxBytes = maxBytes;
  }

  /// How many bytes there may be.
  public int maxBytes() {
    return maxBytes;
  }
}
