package io.tweestap.factor.otpauth;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.By;
import io.tweestap.shared.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a list of apps as it arrives, in batches that are each applied completely or not at all. A
/// line that cannot be used leaves the others alone; a factor that is there already stays as it is,
/// so the same file again changes nothing.
@Service
public class AppImport {
  /// The most lines of one file.
  public static final int LINES_MAX = 100_000;

  private static final int BATCH = 200;

  private final TakeOver takeOver;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  AppImport(TakeOver takeOver, AuditTrail audit, TransactionTemplate transaction) {
    this.takeOver = takeOver;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// Takes the file. Not inside a transaction.
  ///
  /// @param lines read one after the other; never all in memory
  /// @param tell whether each user gets the mail of a new factor
  public AppReport run(TenantId tenant, Iterator<AppLine> lines, boolean tell, By by) {
    AppCount count = new AppCount();
    List<AppLine.Fit> batch = new ArrayList<>();
    while (lines.hasNext()) {
      if (count.lines() == LINES_MAX) {
        count.cutOff();
        break;
      }
      take(lines.next(), count, batch);
      if (batch.size() == BATCH) {
        apply(tenant, batch, count, tell, by);
      }
    }
    apply(tenant, batch, count, tell, by);
    return finished(tenant, count.report(), tell, by);
  }

  private static void take(AppLine line, AppCount count, List<AppLine.Fit> batch) {
    count.line();
    switch (line) {
      case AppLine.Fit fit -> batch.add(fit);
      case AppLine.Broken broken -> count.broken(broken);
      case AppLine.Unreadable(long number, String detail) -> {
        count.broken(new AppLine.Broken(number, "", "invalid_file", detail));
        count.cutOff();
      }
    }
  }

  /// By reference, so that two files at once take the users' turns in one order.
  private void apply(
      TenantId tenant, List<AppLine.Fit> batch, AppCount count, boolean tell, By by) {
    batch.sort(Comparator.comparing(fit -> fit.user().value()));
    List<TakeOver.Outcome> outcomes =
        transaction.execute(
            _ -> batch.stream().map(fit -> takeOver.take(tenant, fit, tell, by)).toList());
    for (int i = 0; i < batch.size(); i++) {
      AppLine.Fit line = batch.get(i);
      switch (outcomes.get(i)) {
        case TakeOver.Outcome.Added() -> count.added();
        case TakeOver.Outcome.Unchanged() -> count.unchanged();
        case TakeOver.Outcome.Refused(String code, String detail) ->
            count.broken(new AppLine.Broken(line.number(), line.user().value(), code, detail));
      }
    }
    batch.clear();
  }

  private AppReport finished(TenantId tenant, AppReport report, boolean tell, By by) {
    Map<String, String> details =
        Map.of(
            "added", Long.toString(report.added()),
            "unchanged", Long.toString(report.unchanged()),
            "failed", Long.toString(report.failed()),
            "told", Boolean.toString(tell));
    transaction.executeWithoutResult(_ ->
        audit.record(
            tenant,
            new AuditEvent(
                AuditAction.FACTORS_IMPORTED,
                by.actor(),
                Optional.empty(),
                by.sourceIp(),
                AuditResult.SUCCESS,
                details)));
    return report;
  }
}
