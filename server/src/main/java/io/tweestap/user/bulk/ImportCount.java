package io.tweestap.user.bulk;

import io.tweestap.user.UpsertOutcome;
import java.util.ArrayList;
import java.util.List;

/// Counts while a file is read. Bounded, however long the file and however bad.
final class ImportCount {
  private final List<ImportLine.Broken> errors = new ArrayList<>();
  private long lines;
  private long created;
  private long changed;
  private long unchanged;
  private long failed;
  private boolean complete = true;

  long lines() {
    return lines;
  }

  boolean anyFailed() {
    return failed > 0 || !complete;
  }

  void line() {
    lines++;
  }

  void cutOff() {
    complete = false;
  }

  void broken(ImportLine.Broken line) {
    failed++;
    if (errors.size() < ImportReport.ERRORS_MAX) {
      errors.add(line);
    }
  }

  void outcome(ImportLine.Fit line, UpsertOutcome outcome) {
    switch (outcome) {
      case UpsertOutcome.Created _ -> created++;
      case UpsertOutcome.Changed _ -> changed++;
      case UpsertOutcome.Unchanged _ -> unchanged++;
      case UpsertOutcome.Closed _ ->
          broken(broken(line, "user_closed", "The user is closed for good."));
      case UpsertOutcome.NotFound _ -> throw new IllegalStateException("an import makes users");
    }
  }

  static ImportLine.Broken broken(ImportLine.Fit line, String code, String detail) {
    return new ImportLine.Broken(line.number(), line.wish().ref().value(), code, detail);
  }

  ImportReport report(boolean applied) {
    return new ImportReport(applied, lines, created, changed, unchanged, failed, errors, complete);
  }
}
