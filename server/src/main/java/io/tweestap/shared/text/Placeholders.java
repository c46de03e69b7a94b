package io.tweestap.shared.text;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The `{name}` places in a text.
public final class Placeholders {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private Placeholders() {}

  /// Puts the values in, in one pass: a value that looks like a placeholder stays as it is.
  ///
  /// @throws IllegalArgumentException when a place has no value
  public static String fill(String pattern, Map<String, String> values) {
    return PLACE
        .matcher(pattern)
        .replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
  }

  /// The names of all places in a text.
  public static Set<String> in(String pattern) {
    return PLACE.matcher(pattern).results().map(r -> r.group(1)).collect(Collectors.toSet());
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing to put in for {" + name + "}");
    }
    return value;
  }
}
