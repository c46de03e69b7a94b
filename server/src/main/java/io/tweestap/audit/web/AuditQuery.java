package io.tweestap.audit.web;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditFilter;
import io.tweestap.audit.AuditResult;
import io.tweestap.shared.web.QueryFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The conditions of `GET /v1/audit` and of its export.
record AuditQuery(
    @Nullable String action,
    @Nullable String actor,
    @Nullable String subject,
    @Nullable String result,
    @Nullable String source,
    @Nullable String from,
    @Nullable String to) {
  AuditFilter read(@Nullable String cursor, @Nullable Integer limit) {
    return new AuditFilter(
        QueryFields.known("action", action, AuditAction::of),
        Optional.ofNullable(actor),
        QueryFields.id("subject", subject),
        QueryFields.known("result", result, AuditResult::of),
        Optional.ofNullable(source),
        QueryFields.moment("from", from),
        QueryFields.moment("to", to),
        QueryFields.cursor(cursor),
        QueryFields.size(limit));
  }
}
