package io.tweestap.user.web;

import java.io.IOException;

/// Nothing more of a file can be read. The message is for the caller and repeats nothing of it.
final class UnreadableFileException extends IOException {
  UnreadableFileException(String message) {
    super(message);
  }
}
