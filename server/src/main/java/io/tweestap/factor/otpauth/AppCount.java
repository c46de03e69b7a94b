package io.tweestap.factor.otpauth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Counts while a file is read. Bounded, however long the file and however bad.
final class AppCount {
  private final List<AppLine.Broken> errors = new ArrayList<>();
  private long lines;
  private long added;
  private long unchanged;
  private long failed;
  private boolean complete = true;

  long lines() {
    return lines;
  }

  void line() {
    lines++;
  }

  void added() {
    added++;
  }

  void unchanged() {
    unchanged++;
  }

  void cutOff() {
    complete = false;
  }

  void broken(AppLine.Broken line) {
    failed++;
    if (errors.size() < AppReport.ERRORS_MAX) {
      errors.add(line);
    }
  }

  AppReport report() {
    errors.sort(Comparator.comparingLong(AppLine.Broken::number));
    return new AppReport(lines, added, unchanged, failed, errors, complete);
  }
}
