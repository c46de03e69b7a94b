package io.tweestap.client.audit;

import io.tweestap.client.Pages;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.stream.Stream;

/// The audit trail: what happened and matters for security, newest first. Each reading is recorded
/// in it.
///
/// ```java
/// AuditFilter filter = AuditFilter.all().action("settings.changed");
/// tweestap.audit().list(filter).stream().limit(10).forEach(event -> show(event.actor()));
/// try (Stream<AuditEvent> all = tweestap.audit().export(AuditFilter.all())) {
///   all.forEach(event -> show(event.action()));
/// }
/// ```
public final class Audit {
  private final Http http;

  /// Made by the client.
  public Audit(Http http) {
    this.http = http;
  }

  /// Page by page.
  public Pages<AuditEvent> list(AuditFilter filter) {
    return http.pages(Call.of(Operation.LIST_AUDIT).query(filter), AuditEvent.class);
  }

  /// All at once, of any length, read while it arrives. Close the stream.
  public Stream<AuditEvent> export(AuditFilter filter) {
    return http.lines(Call.of(Operation.EXPORT_AUDIT).query(filter), AuditEvent.class);
  }
}
