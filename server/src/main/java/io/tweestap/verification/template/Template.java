package io.tweestap.verification.template;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// A tenant's own text, in one or more languages.
///
/// @param name 1 to 40 of `a-z0-9_-`
public record Template(String name, Map<Locale, String> texts, Instant updatedAt) {
  public Template {
    texts = Map.copyOf(texts);
  }
}
