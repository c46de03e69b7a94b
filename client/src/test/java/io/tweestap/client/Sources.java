package io.tweestap.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of this module.
final class Sources {
  private static final Path MODULE =
      Files.exists(Path.of("src/main/java/io/tweestap/client")) ? Path.of("") : Path.of("client");
  static final Path MAIN = MODULE.resolve("src/main/java");
  static final Path TEST = MODULE.resolve("src/test/java");
  static final Path README = MODULE.resolve("README.md");
  static final Path API = MODULE.resolve("../docs/reference/openapi.json");

  private Sources() {}

  static List<Path> files(Path root) throws IOException {
    try (var walk = Files.walk(root)) {
      return walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All types of the client, nested ones too.
  static List<Class<?>> classes() throws IOException {
    return files(MAIN).stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .map(Sources::name)
        .<Class<?>>map(Sources::load)
        .flatMap(type ->
            java.util.stream.Stream.concat(
                java.util.stream.Stream.of(type), List.of(type.getDeclaredClasses()).stream()))
        .toList();
  }

  private static String name(Path file) {
    String path = MAIN.relativize(file).toString().replace('\\', '/');
    return path.substring(0, path.length() - ".java".length()).replace('/', '.');
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Sources.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
