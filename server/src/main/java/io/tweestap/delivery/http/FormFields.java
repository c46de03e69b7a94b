package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The fields of an `application/x-www-form-urlencoded` body, sorted by name, each with its
/// distinct values sorted: in code units, as Java compares texts.
record FormFields(SortedMap<String, SortedSet<String>> values) {
  /// @throws IllegalArgumentException when an escape is none
  static FormFields read(byte[] body) {
    SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    for (String pair : new String(body, UTF_8).split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decoded(name), _ -> new TreeSet<>()).add(decoded(value));
      }
    }
    return new FormFields(values);
  }

  /// The field's value; empty when it is missing or blank.
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name))
        .map(SortedSet::first)
        .filter(value -> !value.isBlank());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
