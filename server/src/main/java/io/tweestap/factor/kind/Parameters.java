package io.tweestap.factor.kind;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a kind keeps of a factor beside its secret, in the clear: short texts by name.
public record Parameters(Map<String, String> values) {
  /// Nothing to keep.
  public static final Parameters NONE = new Parameters(Map.of());

  public Parameters {
    values = Map.copyOf(values);
  }

  /// The same with one more.
  public Parameters with(String name, Object value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value.toString());
    return new Parameters(more);
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A parameter that every factor of the kind has.
  public String text(String name) {
    return get(name).orElseThrow(() -> new IllegalStateException("a factor lacks " + name));
  }

  /// A whole number that every factor of the kind has.
  public int number(String name) {
    return Integer.parseInt(text(name));
  }
}
