package io.tweestap.factor;

import java.util.Locale;

/// How much a factor withstands, the weakest first: compare with `compareTo`.
public enum Strength {
  /// A code over the telephone network, which NIST restricts (SP 800-63B-4 section 3.2.9).
  RESTRICTED,
  /// A code that its holder types, and may be tricked into typing on the wrong page.
  STANDARD,
  /// Bound to the page that asks: a copy of that page gets nothing.
  PHISHING_RESISTANT;

  /// As it stands in the API: `phishing_resistant`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
