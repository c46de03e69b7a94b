package io.tweestap.message.template;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A tenant's text for messages of its own, in one or more languages.
///
/// @param name 1 to 40 of `a-z0-9_-`
/// @param variables names of the values that every use of it must give, all of them
/// @param texts by language, each with places for some of the variables
public record MessageTemplate(
    String name, Set<String> variables, Map<Locale, String> texts, Instant updatedAt) {
  public MessageTemplate {
    variables = Set.copyOf(variables);
    texts = Map.copyOf(texts);
  }

  /// The text for a wish: in exactly that language and region, else in the language, else in the
  /// tenant's own; empty where it has none of these.
  public Optional<Chosen> in(Locale wished, Locale own) {
    return text(wished)
        .or(() -> text(Locale.of(wished.getLanguage())))
        .or(() -> text(own))
        .or(() -> text(Locale.of(own.getLanguage())));
  }

  private Optional<Chosen> text(Locale locale) {
    return Optional.ofNullable(texts.get(locale)).map(text -> new Chosen(locale, text));
  }

  /// One of its texts.
  public record Chosen(Locale locale, String text) {}
}
