package io.tweestap.delivery.receipt;

import java.util.Locale;
import java.util.Set;

/// How the id in a carrier's receipt may differ from the one in its answer to the message. Which of
/// these hold is a choice per carrier or link; the exact id always comes first.
public enum IdForm {
  /// Leading zeros came or went.
  TRIMMED,
  /// Another case.
  FOLDED,
  /// One is written in hexadecimal digits and the other in decimal ones; zeros and case do not
  /// matter then.
  HEX_DECIMAL;

  /// The harmless ones, which never make two ids one that a carrier holds apart in practice.
  public static final Set<IdForm> USUAL = Set.of(TRIMMED, FOLDED);

  /// As it stands in settings and the database: `hex_decimal`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
