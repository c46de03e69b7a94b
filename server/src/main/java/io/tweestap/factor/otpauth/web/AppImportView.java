package io.tweestap.factor.otpauth.web;

import io.tweestap.factor.otpauth.AppLine;
import io.tweestap.factor.otpauth.AppReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a list of apps.
///
/// @param complete false when the file could not be read to its end
/// @param errors the first lines that were not taken
record AppImportView(
    boolean complete,
    long lines,
    long added,
    long unchanged,
    long failed,
    List<FailedAppView> errors) {
  /// A line that was not taken.
  record FailedAppView(long line, @Nullable String user, String code, String detail) {
    static FailedAppView of(AppLine.Broken broken) {
      return new FailedAppView(
          broken.number(),
          broken.user().isEmpty() ? null : broken.user(),
          broken.code(),
          broken.detail());
    }
  }

  static AppImportView of(AppReport report) {
    return new AppImportView(
        report.complete(),
        report.lines(),
        report.added(),
        report.unchanged(),
        report.failed(),
        report.errors().stream().map(FailedAppView::of).toList());
  }
}
