package io.tweestap.delivery.learn;

import java.util.Locale;

/// What learning may do.
public enum LearningMode {
  /// Nothing is drawn.
  OFF,
  /// What it would choose is kept beside what was chosen, and changes nothing.
  SHADOW,
  /// It decides where no rule does.
  ON;

  /// As it stands in the API and the database: `shadow`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
