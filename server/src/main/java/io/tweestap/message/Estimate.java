package io.tweestap.message;

import io.tweestap.sms.Encoding;
import io.tweestap.sms.LookAlikes;
import io.tweestap.sms.SmsParts;
import java.util.List;
import java.util.Optional;

/// What a text comes to as an SMS, before anything is sent: on a link that knows no national
/// tables, so it never takes more parts than this.
///
/// @param unitsLeft septets or 16-bit units that still fit before another part is needed
/// @param forcing characters, each once, that GSM 03.38 does not have; empty in GSM-7
/// @param replaced the same text with its look-alikes replaced; empty where that gains nothing
public record Estimate(
    Encoding encoding,
    int parts,
    int units,
    int unitsLeft,
    List<Integer> forcing,
    Optional<Replaced> replaced) {
  /// Longest text that is looked at, in 16-bit units.
  public static final int LONGEST = 5_000;

  /// So many forcing characters are named.
  private static final int FORCING_MAX = 20;

  /// A text in GSM 03.38 that looks as before.
  public record Replaced(String text, int parts) {}

  /// @param text at most [#LONGEST]
  public static Estimate of(String text) {
    SmsParts parts = SmsParts.of(text);
    return new Estimate(
        parts.encoding(),
        parts.count(),
        parts.units(),
        parts.unitsLeft(),
        SmsParts.outsideGsm(text).limit(FORCING_MAX).boxed().toList(),
        replaced(text));
  }

  private static Optional<Replaced> replaced(String text) {
    String plain = LookAlikes.replaceIn(text);
    return plain.equals(text)
        ? Optional.empty()
        : Optional.of(new Replaced(plain, SmsParts.of(plain).count()));
  }

  /// Shows no text.
  @Override
  public String toString() {
    return "Estimate[" + encoding + ", " + parts + " parts]";
  }
}
