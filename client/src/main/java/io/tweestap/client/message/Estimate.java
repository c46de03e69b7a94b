package io.tweestap.client.message;

import java.math.BigDecimal;
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
/// @param price What it costs; empty where messages cost nothing, or the country has no price
public record Estimate(
    String smsEncoding,
    int smsParts,
    int units,
    int unitsLeft,
    List<ForcingCharacter> forcedBy,
    Optional<String> text,
    Optional<ReplacedText> replaced,
    Optional<EstimatedPrice> price) {
  /// A character that the alphabet of text messages does not have.
  ///
  /// @param codePoint As Unicode writes it: `U+2019`
  public record ForcingCharacter(String character, String codePoint) {}

  /// A text with plain characters for finer ones.
  public record ReplacedText(String text, int smsParts) {}

  /// What it costs to send to a number of a country, where no prefix of the price list says
  /// otherwise.
  ///
  /// @param country ISO 3166-1 alpha-2
  /// @param amount Of all parts
  /// @param perPart Of one part
  /// @param currency ISO 4217
  public record EstimatedPrice(
      String country, BigDecimal amount, BigDecimal perPart, String currency) {}
}
