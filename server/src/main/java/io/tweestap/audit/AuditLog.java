package io.tweestap.audit;

import io.tweestap.audit.jdbc.EntryRows;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Reads what was recorded. Whoever reads is recorded too, once per call and before anything is
/// shown (PRV-8).
@Service
public class AuditLog {
  private static final int EXPORT_PAGE = 500;

  private final EntryRows rows;
  private final AuditTrail trail;

  AuditLog(EntryRows rows, AuditTrail trail) {
    this.rows = rows;
    this.trail = trail;
  }

  /// One page, newest first.
  public Page<AuditEntry> page(TenantId tenant, AuditFilter filter) {
    record(tenant, AuditAction.AUDIT_READ, filter);
    return Page.of(rows.page(tenant, filter, filter.size() + 1), filter.size(), AuditEntry::id);
  }

  /// What is recorded about a person, for that person: one page, newest first. That is no look at
  /// others, so it is recorded as something else.
  ///
  /// @param subject the person's audit pseudonym
  /// @param after only older than this page's end
  public Page<AuditEntry> own(TenantId tenant, UUID subject, Optional<Cursor> after, int size) {
    trail.record(
        tenant,
        AuditEvent.success(
            AuditAction.ACCOUNT_ACTIVITY_READ, Actor.USER, Optional.of(subject), Optional.empty()));
    AuditFilter filter =
        new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(subject),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            after,
            size);
    return Page.of(rows.page(tenant, filter, size + 1), size, AuditEntry::id);
  }

  /// All of it, newest first, a row at a time: no more than a page is held in memory. What is
  /// recorded meanwhile is not among it.
  public void export(TenantId tenant, AuditFilter filter, Consumer<AuditEntry> told) {
    record(tenant, AuditAction.AUDIT_EXPORTED, filter);
    List<AuditEntry> page = rows.page(tenant, filter, EXPORT_PAGE);
    page.forEach(told);
    while (page.size() == EXPORT_PAGE) {
      AuditFilter next = filter.after(page.getLast().id(), EXPORT_PAGE);
      page = rows.page(tenant, next, EXPORT_PAGE);
      page.forEach(told);
    }
  }

  private void record(TenantId tenant, AuditAction action, AuditFilter filter) {
    String filters = given(filter);
    trail.recordDone(
        tenant,
        action,
        filter.subject(),
        filters.isEmpty() ? Map.of() : Map.of("filters", filters));
  }

  /// The names of the conditions; their values may hold what must not be recorded.
  private static String given(AuditFilter filter) {
    Map<String, Optional<?>> all = new TreeMap<>();
    all.put("action", filter.action());
    all.put("actor", filter.actor());
    all.put("cursor", filter.after());
    all.put("from", filter.from());
    all.put("result", filter.result());
    all.put("source", filter.source());
    all.put("subject", filter.subject());
    all.put("to", filter.to());
    return all.entrySet().stream()
        .filter(entry -> entry.getValue().isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(","));
  }
}
