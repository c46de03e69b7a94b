package io.tweestap.delivery.smpp;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program that was written elsewhere and that a test needs.
final class PeerProgram {
  private PeerProgram() {}

  /// Where it is. The test is skipped by name where it is not; in CI it fails.
  ///
  /// @param from the Debian package that has it
  static Path find(String name, String from, String... places) {
    return List.of(places).stream()
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> missing("no " + name + "; install the package " + from));
  }

  private static Path missing(String what) {
    if (System.getenv("CI") != null) {
      throw new AssertionError(what);
    }
    return skip(what);
  }

  /// Skips the test, also in CI: what is missing cannot be installed.
  static Path skip(String what) {
    String message = "SKIPPED: " + what;
    System.err.println(message);
    abort(message);
    throw new AssertionError("unreachable");
  }
}
