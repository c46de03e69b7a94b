package io.tweestap.message.web;

import io.tweestap.credit.Rate;
import io.tweestap.message.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a text comes to. `toString` does not show it.
///
/// @param unitsLeft what still fits before another part is needed
/// @param forcedBy characters that need UCS-2; empty in GSM-7
/// @param text with its values; missing where a text was asked about as it is
/// @param replaced missing where replacing look-alikes gains nothing
/// @param price missing where messages cost the tenant nothing, or the country has no price
record EstimateView(
    String smsEncoding,
    int smsParts,
    int units,
    int unitsLeft,
    List<ForcingView> forcedBy,
    @Nullable String text,
    @Nullable ReplacedView replaced,
    @Nullable PriceView price) {
  /// @param codePoint as Unicode writes it: `U+2019`
  record ForcingView(String character, String codePoint) {
    static ForcingView of(int character) {
      return new ForcingView(Character.toString(character), "U+%04X".formatted(character));
    }
  }

  /// @param text the text in GSM 03.38
  record ReplacedView(String text, int smsParts) {
    static ReplacedView of(Estimate.Replaced replaced) {
      return new ReplacedView(replaced.text(), replaced.parts());
    }
  }

  /// What it costs to send to a number of the country, where no prefix says otherwise.
  ///
  /// @param amount of all parts; decimal text
  record PriceView(String country, String amount, String perPart, String currency) {
    static PriceView of(Rate rate, int parts) {
      return new PriceView(
          rate.country(),
          rate.perPart().times(parts).amount(),
          rate.perPart().amount(),
          rate.perPart().currency());
    }
  }

  static EstimateView of(Estimate estimate, @Nullable String text, Optional<Rate> rate) {
    return new EstimateView(
        estimate.encoding().name().toLowerCase(Locale.ROOT),
        estimate.parts(),
        estimate.units(),
        estimate.unitsLeft(),
        estimate.forcing().stream().map(ForcingView::of).toList(),
        text,
        estimate.replaced().map(ReplacedView::of).orElse(null),
        rate.map(found -> PriceView.of(found, estimate.parts())).orElse(null));
  }

  @Override
  public String toString() {
    return "EstimateView[" + smsParts + " parts]";
  }
}
