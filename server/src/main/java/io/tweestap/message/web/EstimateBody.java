package io.tweestap.message.web;

import io.tweestap.message.Estimate;
import io.tweestap.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/messages/estimate`. `toString` does not show the text.
record EstimateBody(@Nullable String text) {
  /// The text, of whole characters.
  String readText() {
    if (text == null || text.isEmpty()) {
      throw Fields.missing("text", "text is required");
    }
    if (text.length() > Estimate.LONGEST) {
      throw Fields.invalid("text", "may have at most " + Estimate.LONGEST + " characters");
    }
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw Fields.invalid("text", "holds half of a surrogate pair");
    }
    return text;
  }

  @Override
  public String toString() {
    return "EstimateBody[]";
  }
}
