package io.tweestap.audit.web;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditFilter;
import io.tweestap.audit.AuditResult;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
        named("action", action, AuditAction::of),
        Optional.ofNullable(actor),
        named("subject", subject, AuditQuery::id),
        named("result", result, AuditResult::of),
        Optional.ofNullable(source),
        named("from", from, AuditQuery::moment),
        named("to", to, AuditQuery::moment),
        named("cursor", cursor, Cursor::read),
        size(limit));
  }

  private static int size(@Nullable Integer limit) {
    int size = limit == null ? Page.DEFAULT_SIZE : limit;
    if (size < 1 || size > Page.MAX_SIZE) {
      throw Fields.invalid("limit", "must be a number from 1 to " + Page.MAX_SIZE);
    }
    return size;
  }

  private static <T> Optional<T> named(
      String field, @Nullable String text, Function<String, Optional<T>> read) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = read.apply(text);
    if (value.isEmpty()) {
      throw Fields.invalid(field, "has a value that is not known");
    }
    return value;
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
