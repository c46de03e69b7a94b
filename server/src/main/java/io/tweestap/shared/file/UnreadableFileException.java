package io.tweestap.shared.file;

import java.io.IOException;

/// Nothing more of a file can be read. The message is for the caller and repeats nothing of it.
public final class UnreadableFileException extends IOException {
  public UnreadableFileException(String message) {
    super(message);
  }
}
