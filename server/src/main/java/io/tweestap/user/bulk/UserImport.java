package io.tweestap.user.bulk;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UpsertOutcome;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import io.tweestap.user.Users;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a file of users as it arrives, in batches that are each applied completely or not at all.
///
/// Usually good lines are applied and broken ones are told; `atomic` applies all lines or none. A
/// trial applies nothing and tells what would happen. The same file again changes nothing.
@Service
public class UserImport {
  /// The most lines of one file.
  public static final int LINES_MAX = 100_000;

  private static final int BATCH = 500;

  /// How a file is to be taken.
  ///
  /// @param trial whether everything is undone in the end
  /// @param atomic whether one broken line spoils all
  public record Manner(boolean trial, boolean atomic) {}

  private final Users users;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  UserImport(Users users, AuditTrail audit, TransactionTemplate transaction) {
    this.users = users;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// Takes the file.
  ///
  /// @param lines read one after the other; never all in memory
  public ImportReport run(
      TenantId tenant, Iterator<ImportLine> lines, Manner manner, String actor) {
    return manner.atomic()
        ? transaction.execute(status -> {
          ImportCount count = inBatches(tenant, lines, new Manner(false, true), actor);
          boolean applied = !manner.trial() && !count.anyFailed();
          if (!applied) {
            status.setRollbackOnly();
          }
          return finished(tenant, count.report(applied));
        })
        : finished(tenant, inBatches(tenant, lines, manner, actor).report(!manner.trial()));
  }

  private ImportReport finished(TenantId tenant, ImportReport report) {
    if (report.applied()) {
      audit.recordDone(
          tenant,
          AuditAction.USERS_IMPORTED,
          Map.of(
              "lines", Long.toString(report.lines()),
              "created", Long.toString(report.created()),
              "changed", Long.toString(report.changed()),
              "failed", Long.toString(report.failed())));
    }
    return report;
  }

  private ImportCount inBatches(
      TenantId tenant, Iterator<ImportLine> lines, Manner manner, String actor) {
    ImportCount count = new ImportCount();
    Set<UserRef> seen = new HashSet<>();
    List<ImportLine.Fit> batch = new ArrayList<>();
    while (lines.hasNext()) {
      if (count.lines() == LINES_MAX) {
        count.cutOff();
        break;
      }
      take(lines.next(), count, seen, batch);
      if (batch.size() == BATCH) {
        apply(tenant, batch, manner, count, actor);
      }
    }
    apply(tenant, batch, manner, count, actor);
    return count;
  }

  private static void take(
      ImportLine line, ImportCount count, Set<UserRef> seen, List<ImportLine.Fit> batch) {
    count.line();
    switch (line) {
      case ImportLine.Broken broken -> count.broken(broken);
      case ImportLine.Unreadable(long number, String detail) -> {
        count.broken(new ImportLine.Broken(number, "", "invalid_file", detail));
        count.cutOff();
      }
      case ImportLine.Fit fit when seen.add(fit.wish().ref()) -> batch.add(fit);
      case ImportLine.Fit fit ->
          count.broken(
              ImportCount.broken(
                  fit, "invalid_field", "An earlier line of the file is about the same user."));
    }
  }

  private void apply(
      TenantId tenant, List<ImportLine.Fit> batch, Manner manner, ImportCount count, String actor) {
    if (batch.isEmpty()) {
      return;
    }
    List<UserWish> wishes = batch.stream().map(ImportLine.Fit::wish).toList();
    List<UpsertOutcome> outcomes =
        transaction.execute(status -> {
          if (manner.trial()) {
            status.setRollbackOnly();
          }
          return users.upsert(tenant, wishes, actor);
        });
    for (int i = 0; i < batch.size(); i++) {
      count.outcome(batch.get(i), outcomes.get(i));
    }
    batch.clear();
  }
}
