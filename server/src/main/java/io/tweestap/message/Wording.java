package io.tweestap.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text with places such as `{first_name}`. Other braces are just braces.
///
/// @param text as it was written
/// @param places the names of its places
record Wording(String text, Set<String> places) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]{0,39})}");

  static Wording of(String text) {
    return new Wording(
        text,
        PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toSet()));
  }

  /// What keeps the values from filling the places, each place exactly.
  Optional<Fault> faultOf(Map<String, String> values) {
    Set<String> missing = new TreeSet<>(places);
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      return Optional.of(new Fault.MissingVariable(missing.iterator().next()));
    }
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(places);
    if (!unknown.isEmpty()) {
      return Optional.of(new Fault.UnknownVariable(unknown.iterator().next()));
    }
    return filled(values).length() > NewBatch.TEXT_MAX
        ? Optional.of(new Fault.TooLong())
        : Optional.empty();
  }

  /// The text with the values in it, in one pass: a value that looks like a place stays as it is.
  String filled(Map<String, String> values) {
    return places.isEmpty()
        ? text
        : PLACE
            .matcher(text)
            .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }

  @Override
  public String toString() {
    return "Wording" + places;
  }
}
