package io.tweestap.factor.token.web;

import io.tweestap.factor.token.ImportReport;
import io.tweestap.factor.token.file.FileLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a file.
///
/// @param errors the first lines that were not taken
record ImportView(int lines, int added, int unchanged, int failed, List<FailedTokenView> errors) {
  private static final int ERRORS_MAX = 1000;

  /// A line, or key of a PSKC document, that was not taken.
  record FailedTokenView(int line, @Nullable String serial, String code, String detail) {
    static FailedTokenView of(FileLine.Broken broken) {
      return new FailedTokenView(
          broken.number(),
          broken.serial().isEmpty() ? null : broken.serial(),
          broken.code(),
          broken.detail());
    }
  }

  static ImportView of(ImportReport report) {
    return new ImportView(
        report.lines(),
        report.added(),
        report.unchanged(),
        report.broken().size(),
        report.broken().stream().limit(ERRORS_MAX).map(FailedTokenView::of).toList());
  }
}
