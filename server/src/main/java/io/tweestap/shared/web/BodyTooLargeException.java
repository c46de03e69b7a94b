package io.tweestap.shared.web;

import java.io.IOException;

/// A body that announced no length grew past the limit while it was read.
public final class BodyTooLargeException extends IOException {
  public BodyTooLargeException() {
    super("the body is too large");
  }
}
