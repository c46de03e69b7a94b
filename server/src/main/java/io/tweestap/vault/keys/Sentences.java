package io.tweestap.vault.keys;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Says in words what is wrong with a file.
final class Sentences {
  private Sentences() {}

  static String why(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it or its directory does not exist";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _ -> "its directory is none";
      default -> String.valueOf(e.getMessage());
    };
  }
}
