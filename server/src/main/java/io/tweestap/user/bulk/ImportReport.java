package io.tweestap.user.bulk;

import java.util.List;

/// What became of a file of users.
///
/// @param applied whether the good lines took effect
/// @param lines how many said something about a user, good or broken
/// @param errors the first [#ERRORS_MAX] lines that failed
/// @param complete false when the file went on behind the last line that may be
public record ImportReport(
    boolean applied,
    long lines,
    long created,
    long changed,
    long unchanged,
    long failed,
    List<ImportLine.Broken> errors,
    boolean complete) {
  /// How many failed lines are told one by one.
  public static final int ERRORS_MAX = 1000;

  public ImportReport {
    errors = List.copyOf(errors);
  }
}
