package io.tweestap.functional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The user manual in one language.
record Manual(String language, String text) {
  static final Path FOLDER =
      Files.exists(Path.of("docs")) ? Path.of("docs/manual") : Path.of("../docs/manual");

  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");

  static Manual read(String language) {
    try {
      return new Manual(language, Files.readString(FOLDER.resolve(language).resolve("README.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The addresses of its pictures, in order.
  List<String> links() {
    return PICTURE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /// The files of its pictures.
  List<Path> files() {
    return links().stream().map(FOLDER.resolve(language)::resolve).map(Path::normalize).toList();
  }

  /// The names of its pictures, without language and ending.
  Set<String> pictures() {
    return links().stream()
        .map(link -> link.replaceFirst(".*/", "").replaceFirst("\\.png$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Each chapter as the pictures in it, in order.
  List<List<String>> chapters() {
    return Pattern.compile("(?m)^## ")
        .splitAsStream(text)
        .skip(1)
        .map(chapter ->
            PICTURE
                .matcher(chapter)
                .results()
                .map(found -> found.group(1).replaceFirst(".*/", ""))
                .toList())
        .toList();
  }
}
