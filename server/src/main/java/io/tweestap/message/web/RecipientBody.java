package io.tweestap.message.web;

import io.tweestap.message.NewBatch.To;
import io.tweestap.shared.web.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One recipient in the body of `POST /v1/messages`. `toString` shows nothing of it.
record RecipientBody(
    @Nullable String to,
    @Nullable Map<String, @Nullable String> variables,
    @Nullable String locale,
    @Nullable String reference) {
  static final int VARIABLES_MAX = 20;
  static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";
  static final String VARIABLE = "[a-z][a-z0-9_]{0,39}";
  static final String VARIABLE_RULE = "have names of a-z, 0-9 and _, at most 40, a letter first";

  private static final int TO_MAX = 40;
  private static final int VALUE_MAX = 500;
  private static final int REFERENCE_MAX = 100;

  /// @param at where it stands, in front of a field's name: `recipients[3].`
  To read(String at) {
    String number = Fields.required(at + "to", to);
    if (number.length() > TO_MAX) {
      throw Fields.invalid(at + "to", "may have at most " + TO_MAX + " characters");
    }
    return new To(
        number,
        readVariables(at, variables),
        Optional.ofNullable(locale).map(tag -> readLocale(at + "locale", tag)),
        readReference(at));
  }

  /// A language with or without a region, as in `pt-BR`.
  static Locale readLocale(String field, String tag) {
    if (!tag.matches(LANGUAGE)) {
      throw Fields.invalid(field, "must be a language tag such as nl or pt-BR");
    }
    return Locale.forLanguageTag(tag);
  }

  /// @param at where they stand, in front of the field's name
  static Map<String, String> readVariables(
      String at, @Nullable Map<String, @Nullable String> variables) {
    Map<String, @Nullable String> given = variables == null ? Map.of() : variables;
    if (given.size() > VARIABLES_MAX) {
      throw Fields.invalid(at + "variables", "may be at most " + VARIABLES_MAX);
    }
    var read = new java.util.HashMap<String, String>();
    given.forEach((name, value) -> {
      if (!name.matches(VARIABLE)) {
        throw Fields.invalid(at + "variables", VARIABLE_RULE);
      }
      read.put(name, value(at + "variables." + name, value));
    });
    return read;
  }

  /// A value may be empty.
  private static String value(String field, @Nullable String value) {
    return "".equals(value) ? "" : TextField.readToSend(field, value, VALUE_MAX);
  }

  private Optional<String> readReference(String at) {
    if (reference == null) {
      return Optional.empty();
    }
    if (reference.isBlank()
        || reference.length() > REFERENCE_MAX
        || reference.chars().anyMatch(Character::isISOControl)) {
      throw Fields.invalid(at + "reference", "must have 1 to 100 characters on one line");
    }
    return Optional.of(reference);
  }

  @Override
  public String toString() {
    return "RecipientBody[]";
  }
}
