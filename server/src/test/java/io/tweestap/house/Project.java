package io.tweestap.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of this project, wherever the test was started from.
final class Project {
  private static final Set<String> SKIPPED =
      Set.of("target", "data", "node_modules", ".git", ".idea", ".vscode");

  private Project() {}

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    Path above = here.getParent();
    while (above != null && !Files.exists(here.resolve("mvnw"))) {
      here = above;
      above = here.getParent();
    }
    return here;
  }

  /// All files whose name ends like this, of all modules, without what is built.
  static List<TextFile> files(String... endings) {
    return walk(root(), endings).sorted().map(Project::read).toList();
  }

  static String text(String path) {
    return read(root().resolve(path)).text();
  }

  private static Stream<Path> walk(Path directory, String... endings) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList().stream()
          .flatMap(entry -> {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry)) {
              return SKIPPED.contains(name) ? Stream.empty() : walk(entry, endings);
            }
            return Stream.of(endings).anyMatch(name::endsWith) ? Stream.of(entry) : Stream.empty();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TextFile read(Path file) {
    try {
      return new TextFile(
          root().relativize(file).toString().replace('\\', '/'), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
