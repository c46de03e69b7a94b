package io.tweestap.vault.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after `keys`: an action, then `--name value` or `--flag`.
record Options(String action, Map<String, String> values) {
  private static final Set<String> FLAGS = Set.of("--prepare");

  /// The words make no sense; the message says which.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String sentence) {
      super(sentence);
    }
  }

  static Options parse(List<String> args) {
    if (args.isEmpty()) {
      throw new Wrong("keys needs one of new, list, rotate, prune");
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < args.size(); i++) {
      String name = args.get(i);
      if (FLAGS.contains(name)) {
        values.put(name, "");
      } else if (name.startsWith("--") && i + 1 < args.size()) {
        values.put(name, args.get(++i));
      } else {
        throw new Wrong("keys " + args.getFirst() + ": " + name + " is not understood");
      }
    }
    return new Options(args.getFirst(), Map.copyOf(values));
  }

  /// Refuses every option but these.
  void allow(String... names) {
    Set<String> allowed = Set.of(names);
    for (String name : values.keySet()) {
      if (!allowed.contains(name)) {
        throw new Wrong("keys " + action + " has no option " + name);
      }
    }
  }

  boolean flag(String name) {
    return values.containsKey(name);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A whole number from 0 to 3600.
  Optional<Integer> seconds(String name) {
    return value(name)
        .map(text -> {
          if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > 3600) {
            throw new Wrong(name + " is 0 to 3600 seconds");
          }
          return Integer.parseInt(text);
        });
  }
}
