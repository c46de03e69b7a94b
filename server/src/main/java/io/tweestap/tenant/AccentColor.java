package io.tweestap.tenant;

import java.util.Optional;
import java.util.regex.Pattern;

/// The color of a tenant's buttons and links, with the contrasts of WCAG 2.2 (success criteria
/// 1.4.3 and 1.4.11).
///
/// @param rgb red, green and blue in eight bits each
public record AccentColor(int rgb) {
  /// The contrast that text needs with what is behind it.
  public static final double ENOUGH = 4.5;

  private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
  private static final AccentColor WHITE = new AccentColor(0xffffff);
  private static final AccentColor BLACK = new AccentColor(0);

  /// The darkest ground that links stand on in the light scheme, `--surface-2` of tokens.css.
  private static final AccentColor LIGHT_GROUND = new AccentColor(0xeef1f6);

  /// The lightest ground that links stand on in the dark scheme, `--surface-2` of tokens.css.
  private static final AccentColor DARK_GROUND = new AccentColor(0x232d3a);

  private static final double TINT = 0.08;
  private static final int STEPS = 100;

  public AccentColor {
    if (rgb < 0 || rgb > 0xffffff) {
      throw new IllegalArgumentException("a color has 24 bits");
    }
  }

  /// Reads `#1f5fbf`; empty when it is anything else.
  public static Optional<AccentColor> of(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new AccentColor(Integer.parseInt(text.substring(1), 16)))
        : Optional.empty();
  }

  /// As it stands in a style sheet: `#1f5fbf`.
  public String text() {
    return "#%06x".formatted(rgb);
  }

  /// How readable one color is on another, from 1 to 21.
  public double contrast(AccentColor other) {
    double one = luminance();
    double two = other.luminance();
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  /// The least contrast that it has on the light pages: as a link, and as a button with white on
  /// it.
  public double readability() {
    return Math.min(contrast(LIGHT_GROUND), contrast(tint()));
  }

  /// Itself where it is readable on light pages, else the nearest darker color that is.
  public AccentColor readable() {
    AccentColor found = this;
    for (int step = 1; step <= STEPS && found.readability() < ENOUGH; step++) {
      found = mixed(BLACK, (double) step / STEPS);
    }
    return found;
  }

  /// Itself where it is readable on dark pages, else the nearest lighter color that is.
  public AccentColor onDark() {
    AccentColor found = this;
    for (int step = 1; step <= STEPS && !found.isReadableOnDark(); step++) {
      found = mixed(WHITE, (double) step / STEPS);
    }
    return found;
  }

  private boolean isReadableOnDark() {
    return contrast(DARK_GROUND) >= ENOUGH && contrast(shade()) >= ENOUGH;
  }

  /// A hint of it on white, for grounds.
  public AccentColor tint() {
    return WHITE.mixed(this, TINT);
  }

  /// A hint of it on the dark pages.
  public AccentColor shade() {
    return DARK_GROUND.mixed(this, TINT);
  }

  private AccentColor mixed(AccentColor other, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double part = channel(shift) * (1 - share) + other.channel(shift) * share;
      mixed |= (int) Math.round(part) << shift;
    }
    return new AccentColor(mixed);
  }

  private int channel(int shift) {
    return (rgb >> shift) & 0xff;
  }

  private double luminance() {
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
  }

  private double linear(int shift) {
    double value = channel(shift) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
