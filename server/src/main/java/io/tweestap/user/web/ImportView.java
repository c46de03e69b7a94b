package io.tweestap.user.web;

import io.tweestap.user.bulk.ImportLine;
import io.tweestap.user.bulk.ImportReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a file.
///
/// @param applied false after a trial
/// @param complete false when the file could not be read to its end
/// @param errors the first lines that failed
record ImportView(
    boolean applied,
    boolean complete,
    long lines,
    long created,
    long changed,
    long unchanged,
    long failed,
    List<FailedLine> errors) {
  /// A line that was not applied.
  record FailedLine(long line, @Nullable String ref, String code, String detail) {
    static FailedLine of(ImportLine.Broken broken) {
      return new FailedLine(
          broken.number(),
          broken.ref().isEmpty() ? null : broken.ref(),
          broken.code(),
          broken.detail());
    }
  }

  static ImportView of(ImportReport report) {
    return new ImportView(
        report.applied(),
        report.complete(),
        report.lines(),
        report.created(),
        report.changed(),
        report.unchanged(),
        report.failed(),
        report.errors().stream().map(FailedLine::of).toList());
  }
}
