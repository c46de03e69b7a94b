package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;

/// Says in one sentence why a file could not be written.
final class DiskTrouble {
  private DiskTrouble() {}

  static StartRefused refusal(Path directory, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    if (saysFull(reason)) {
      return full(directory);
    }
    if (cause instanceof AccessDeniedException || saysNotWritable(reason)) {
      return notWritable(directory);
    }
    return new StartRefused(
        ExitCode.DATA_DIRECTORY_NOT_WRITABLE,
        "The data directory %s cannot be used (%s: %s); repair it or give another with --data DIR."
            .formatted(directory, cause.getClass().getSimpleName(), reason),
        cause);
  }

  static StartRefused full(Path directory) {
    return new StartRefused(
        ExitCode.DISK_FULL,
        ("The disk of the data directory %s is full: free some space (300 MB to begin "
                + "with), or give a directory elsewhere with --data DIR.")
            .formatted(directory));
  }

  static StartRefused notWritable(Path directory) {
    return new StartRefused(
        ExitCode.DATA_DIRECTORY_NOT_WRITABLE,
        ("The data directory %s cannot be written: allow it to the user that runs this "
                + "server, or give another with --data DIR.")
            .formatted(directory));
  }

  /// Understands both Java's and PostgreSQL's wording.
  static boolean saysFull(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("no space left") || lower.contains("disk quota exceeded");
  }

  static boolean saysNotWritable(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("read-only file system") || lower.contains("permission denied");
  }
}
