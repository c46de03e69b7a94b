package io.tweestap.audit.web;

import io.tweestap.audit.AuditEntry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event in an answer.
record AuditView(
    UUID id,
    Instant at,
    String action,
    String actor,
    @Nullable UUID subject,
    @Nullable String source,
    String result,
    Map<String, String> details,
    @Nullable Long position,
    @Nullable String link) {
  static AuditView of(AuditEntry entry) {
    return new AuditView(
        entry.id(),
        entry.at(),
        entry.action(),
        entry.actor(),
        entry.subject().orElse(null),
        entry.source().orElse(null),
        entry.result(),
        entry.details(),
        entry.seal().map(AuditEntry.Seal::position).orElse(null),
        entry.seal().map(AuditEntry.Seal::link).orElse(null));
  }
}
