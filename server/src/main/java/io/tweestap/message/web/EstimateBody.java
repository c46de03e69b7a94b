package io.tweestap.message.web;

import io.tweestap.message.Estimate;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/messages/estimate`. `toString` does not show the text.
record EstimateBody(@Nullable String text) {
  /// The text, of whole characters.
  String readText() {
    return TextField.read("text", text, Estimate.LONGEST);
  }

  @Override
  public String toString() {
    return "EstimateBody[]";
  }
}
