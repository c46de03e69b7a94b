package io.tweestap.message.web;

import io.tweestap.message.Estimate;
import io.tweestap.message.NewBatch.Words;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MessageFields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/messages/estimate`: a text as it is, or a template or text with values.
/// `toString` does not show the text.
record EstimateBody(
    @Nullable String text,
    @Nullable String template,
    @Nullable String locale,
    @Nullable Map<String, @Nullable String> variables,
    @Nullable String country) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /// Whether places are to be filled; a text alone is taken as it is.
  boolean isToBeFilled() {
    return template != null || variables != null;
  }

  /// The text, of whole characters.
  String readText() {
    return TextField.read("text", text, Estimate.LONGEST);
  }

  Words readWords() {
    if (template == null) {
      return new Words.Text(readText());
    }
    if (text != null) {
      throw Fields.invalid("template", "goes without a text beside it");
    }
    return new Words.Template(MessageFields.template(template));
  }

  Map<String, String> readVariables() {
    return RecipientBody.readVariables("", variables);
  }

  /// The country whose price is asked for.
  Optional<String> readCountry() {
    if (country != null && !COUNTRIES.contains(country)) {
      throw Fields.invalid("country", "must be two capital letters of ISO 3166-1, as in NL");
    }
    return Optional.ofNullable(country);
  }

  Optional<Locale> readLocale() {
    return Optional.ofNullable(locale).map(tag -> RecipientBody.readLocale("locale", tag));
  }

  @Override
  public String toString() {
    return "EstimateBody[]";
  }
}
