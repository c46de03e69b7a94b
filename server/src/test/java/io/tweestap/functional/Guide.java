package io.tweestap.functional;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/// A guide of `docs/guides` as the input of a test: its blocks of code are what is run.
final class Guide {
  private static final Path GUIDES =
      Files.exists(Path.of("docs")) ? Path.of("docs/guides") : Path.of("../docs/guides");

  private final String text;

  private Guide(String text) {
    this.text = text;
  }

  static Guide read(String name) {
    try {
      return new Guide(Files.readString(GUIDES.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The blocks in this language, in order.
  List<String> blocks(String language) {
    return Pattern.compile("(?s)```" + language + "\\R(.*?)```")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /// The only block in this language.
  String block(String language) {
    List<String> all = blocks(language);
    return all.size() == 1 ? all.getFirst() : fail(all.size() + " blocks of " + language);
  }

  /// Skips the test by name where a program is missing; in CI it fails.
  static void needs(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String place : path.split(":", -1)) {
      if (Files.isExecutable(Path.of(place, program))) {
        return;
      }
    }
    String message = "SKIPPED: no " + program;
    if (System.getenv("CI") != null) {
      fail(message);
    }
    System.err.println(message);
    Assumptions.abort(message);
  }
}
