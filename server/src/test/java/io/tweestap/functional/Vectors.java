package io.tweestap.functional;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Test vectors of the standards, as they stand beside the tests.
final class Vectors {
  private Vectors() {}

  /// The rows of a list with commas, each by the names in its first line.
  static List<Map<String, String>> csv(String name) {
    List<String> lines = text(name).lines().toList();
    String[] names = lines.getFirst().split(",", -1);
    return lines.stream().skip(1).map(line -> row(names, line.split(",", -1))).toList();
  }

  private static Map<String, String> row(String[] names, String[] values) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], values[i]);
    }
    return row;
  }

  static String text(String name) {
    try (InputStream file = Objects.requireNonNull(Vectors.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
