package io.tweestap.message.web;

import io.tweestap.message.Estimate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a text comes to. `toString` does not show it.
///
/// @param unitsLeft what still fits before another part is needed
/// @param forcedBy characters that need UCS-2; empty in GSM-7
/// @param text with its values; missing where a text was asked about as it is
/// @param replaced missing where replacing look-alikes gains nothing
record EstimateView(
    String smsEncoding,
    int smsParts,
    int units,
    int unitsLeft,
    List<ForcingView> forcedBy,
    @Nullable String text,
    @Nullable ReplacedView replaced) {
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

  static EstimateView of(Estimate estimate, @Nullable String text) {
    return new EstimateView(
        estimate.encoding().name().toLowerCase(Locale.ROOT),
        estimate.parts(),
        estimate.units(),
        estimate.unitsLeft(),
        estimate.forcing().stream().map(ForcingView::of).toList(),
        text,
        estimate.replaced().map(ReplacedView::of).orElse(null));
  }

  @Override
  public String toString() {
    return "EstimateView[" + smsParts + " parts]";
  }
}
