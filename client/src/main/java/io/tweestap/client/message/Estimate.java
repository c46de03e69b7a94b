package io.tweestap.client.message;

import java.util.List;
import java.util.Optional;

/// What a text comes to as an SMS.
///
/// @param smsEncoding `gsm_7` or `ucs_2`
/// @param smsParts Parts that are sent, and paid for
/// @param units Septets, or 16-bit units
/// @param unitsLeft What still fits before another part is needed
/// @param forcedBy Characters that make it `ucs_2`; empty in `gsm_7`
/// @param text The text with its values; missing where a text was asked about as it is
/// @param replaced The same text with its look-alikes replaced; empty where that gains nothing
public record Estimate(
    String smsEncoding,
    int smsParts,
    int units,
    int unitsLeft,
    List<ForcingCharacter> forcedBy,
    Optional<String> text,
    Optional<ReplacedText> replaced) {
  /// A character that the alphabet of text messages does not have.
  ///
  /// @param codePoint As Unicode writes it: `U+2019`
  public record ForcingCharacter(String character, String codePoint) {}

  /// A text with plain characters for finer ones.
  public record ReplacedText(String text, int smsParts) {}
}
