package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/// What tests log: each process, of those that run tests and those that tests start, has a file.
final class TestLogs {
  private static final Path PLACE = Path.of("target", "test-logs");

  private TestLogs() {}

  /// All that this build has logged so far.
  static Stream<String> lines() {
    long started = began().toEpochMilli();
    try (Stream<Path> files = Files.list(PLACE)) {
      return files.filter(file -> file.toFile().lastModified() >= started).toList().stream()
          .flatMap(TestLogs::linesOf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of the build, or of this process when no build has started it.
  private static Instant began() {
    String build = System.getProperty("build.began", "");
    return build.isEmpty()
        ? Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
        : Instant.parse(build);
  }

  /// As single octets: another process may have written half of a character.
  private static Stream<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file, ISO_8859_1).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
