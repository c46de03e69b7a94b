package io.tweestap.factor.otpauth;

import java.util.List;

/// What became of a list of apps.
///
/// @param lines how many named a user, good or broken
/// @param added factors that users have now
/// @param unchanged factors that they had before, with the same secret
/// @param errors the first [#ERRORS_MAX] lines that were not taken
/// @param complete false when the file could not be read to its end
public record AppReport(
    long lines,
    long added,
    long unchanged,
    long failed,
    List<AppLine.Broken> errors,
    boolean complete) {
  /// How many failed lines are told one by one.
  public static final int ERRORS_MAX = 1000;

  public AppReport {
    errors = List.copyOf(errors);
  }
}
