package io.tweestap.audit;

import io.tweestap.audit.jdbc.Content;
import io.tweestap.audit.jdbc.EventRows;
import io.tweestap.audit.jdbc.NewRow;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Records what happened. Called inside the transaction that made it happen: the record is there if
/// and only if that one commits.
///
/// One statement that reads nothing and waits for nobody, so that it may stand in the path of a
/// login. The keyed digest of each event is made here, so that a row that somebody else writes or
/// changes does not pass for one of ours, not even before it is sealed.
@Service
public class AuditTrail {
  /// Whose events those are that concern the whole installation, such as its keys.
  public static final TenantId INSTALLATION = new TenantId(new UUID(0, 0));

  private final EventRows rows;
  private final PresentRequest request;
  private final Vault vault;
  private final Ids ids;
  private final JsonMapper json;

  AuditTrail(EventRows rows, PresentRequest request, Vault vault, Ids ids, JsonMapper json) {
    this.rows = rows;
    this.request = request;
    this.vault = vault;
    this.ids = ids;
    this.json = json;
  }

  /// Records one event.
  public void record(TenantId tenant, AuditEvent event) {
    rows.insert(List.of(written(tenant, event)));
  }

  /// Records several events of a tenant in one statement; nothing for an empty list.
  public void record(TenantId tenant, List<AuditEvent> events) {
    insert(events.stream().map(event -> written(tenant, event)).toList());
  }

  /// Records events of several tenants in one statement; nothing for an empty list.
  public void record(List<TenantEvent> events) {
    insert(events.stream().map(one -> written(one.tenant(), one.event())).toList());
  }

  /// Records that whoever makes the present request did something that is on nobody: changed a
  /// setting, for example. Actor and source are those of the request; the operator at the command
  /// line; the program itself where there is neither.
  public void recordDone(TenantId tenant, AuditAction action, Map<String, String> details) {
    recordDone(tenant, action, Optional.empty(), details);
  }

  /// The same, done on somebody.
  public void recordDone(
      TenantId tenant, AuditAction action, Optional<UUID> subject, Map<String, String> details) {
    record(
        tenant,
        new AuditEvent(
            action, request.actor(), subject, request.source(), AuditResult.SUCCESS, details));
  }

  private void insert(List<NewRow> events) {
    if (!events.isEmpty()) {
      rows.insert(events);
    }
  }

  private NewRow written(TenantId tenant, AuditEvent event) {
    Content content = Content.of(ids.next(), event, json.writeValueAsString(event.details()));
    return new NewRow(
        tenant,
        event.action().retention(),
        content,
        vault.hashed(HashUse.AUDIT_CONTENT, tenant, content.parts()));
  }
}
