package io.tweestap.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text with places such as `{first_name}`, and the names of the values that it takes. Other
/// braces are just braces. `toString` shows no text.
///
/// @param text as it was written
/// @param variables at least the names of its places
public record Wording(String text, Set<String> variables) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]{0,39})}");

  public Wording {
    variables = Set.copyOf(variables);
  }

  /// A text that takes a value for each of its places.
  public static Wording of(String text) {
    return new Wording(text, placesIn(text));
  }

  /// The names of the places in a text.
  public static Set<String> placesIn(String text) {
    return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toSet());
  }

  /// What is wrong with values: each variable needs its value, and each value its variable.
  public Optional<Fault> faultOf(Map<String, String> values) {
    Set<String> missing = new TreeSet<>(variables);
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      return Optional.of(new Fault.MissingVariable(missing.iterator().next()));
    }
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(variables);
    if (!unknown.isEmpty()) {
      return Optional.of(new Fault.UnknownVariable(unknown.iterator().next()));
    }
    String filled = filled(values);
    if (filled.isBlank()) {
      return Optional.of(new Fault.Blank());
    }
    return filled.length() > NewBatch.TEXT_MAX
        ? Optional.of(new Fault.TooLong())
        : Optional.empty();
  }

  /// The text with the values in it, in one pass: a value that looks like a place stays as it is.
  public String filled(Map<String, String> values) {
    return variables.isEmpty()
        ? text
        : PLACE
            .matcher(text)
            .replaceAll(place ->
                Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
  }

  @Override
  public String toString() {
    return "Wording" + variables;
  }
}
