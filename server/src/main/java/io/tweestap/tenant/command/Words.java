package io.tweestap.tenant.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words behind a command: those that stand alone, in their order, and those behind a name, as
/// in `--country NL`.
record Words(List<String> plain, Map<String, String> named) {
  /// Sorts the words; empty when a name has no value or is none of the known.
  static Optional<Words> parse(List<String> args, String... names) {
    List<String> known = List.of(names);
    List<String> plain = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (!word.startsWith("--")) {
        plain.add(word);
      } else if (known.contains(word) && rest.hasNext()) {
        named.put(word, rest.next());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Words(plain, named));
  }

  /// The plain word at a place, empty when there are fewer.
  Optional<String> at(int index) {
    return index < plain.size() ? Optional.of(plain.get(index)) : Optional.empty();
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(named.get(name));
  }
}
