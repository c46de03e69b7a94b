package io.tweestap.message.web;

import io.tweestap.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/// A text that somebody is to read on a handset.
final class TextField {
  private TextField() {}

  /// The text, of whole characters.
  ///
  /// @param max longest, in 16-bit units
  static String read(String field, @Nullable String text, int max) {
    if (text == null || text.isEmpty()) {
      throw Fields.missing(field, field + " is required");
    }
    if (text.length() > max) {
      throw Fields.invalid(field, "may have at most " + max + " characters");
    }
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw Fields.invalid(field, "holds half of a surrogate pair");
    }
    return text;
  }

  /// The same for a text that is sent: without anything that a handset or a carrier would obey.
  static String readToSend(String field, @Nullable String text, int max) {
    String read = read(field, text, max);
    if (read.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw Fields.invalid(field, "may hold no control character but the line feed");
    }
    return read;
  }
}
