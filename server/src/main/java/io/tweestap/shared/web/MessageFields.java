package io.tweestap.shared.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields that requests for a code and for a message of one's own have in common.
public final class MessageFields {
  private static final int METADATA_MAX = 20;
  private static final int METADATA_KEY_MAX = 40;
  private static final int METADATA_VALUE_MAX = 500;
  private static final int SENDER_MAX = 11;

  private MessageFields() {}

  /// The name that the recipient sees.
  public static String sender(String text) {
    if (!text.matches("[A-Za-z0-9 ]{1," + SENDER_MAX + "}") || text.isBlank()) {
      throw Fields.invalid("sender", "must have 1 to 11 letters, digits or spaces");
    }
    return text.strip();
  }

  /// The same, or a number in international form.
  public static String senderOrNumber(String text) {
    return text.matches("\\+[1-9][0-9]{6,14}") ? text : sender(text);
  }

  /// The name of a template.
  public static String template(String name) {
    if (!name.matches("[a-z0-9_-]{1,40}")) {
      throw Fields.invalid("template", "must be the name of a template");
    }
    return name;
  }

  /// The application's own notes; none for null.
  public static Map<String, String> metadata(@Nullable Map<String, String> metadata) {
    Map<String, String> given = metadata == null ? Map.of() : metadata;
    boolean fits =
        given.size() <= METADATA_MAX
            && given.entrySet().stream()
                .allMatch(entry ->
                    fits(entry.getKey(), METADATA_KEY_MAX)
                        && fits(entry.getValue(), METADATA_VALUE_MAX));
    if (!fits) {
      throw Problem.of(
          ProblemCode.INVALID_FIELD,
          "metadata holds at most 20 texts, their names at most 40 and they at most 500 characters",
          Map.of("field", "metadata"));
    }
    return given;
  }

  /// The database takes no NUL.
  private static boolean fits(@Nullable String text, int max) {
    return text != null && text.length() <= max && text.indexOf('\0') < 0;
  }
}
