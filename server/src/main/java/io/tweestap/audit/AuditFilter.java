package io.tweestap.audit;

import io.tweestap.shared.Cursor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which events to read. All conditions that are present must hold.
///
/// @param subject the user's audit pseudonym
/// @param source an IP address or a network; its network is compared
/// @param from happened at this moment or later
/// @param to happened before this moment
/// @param after only older than this page's end
/// @param size rows of a page
public record AuditFilter(
    Optional<AuditAction> action,
    Optional<String> actor,
    Optional<UUID> subject,
    Optional<AuditResult> result,
    Optional<String> source,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Cursor> after,
    int size) {
  public AuditFilter {
    source = source.map(given -> SourceNetwork.of(given).orElse(given));
  }

  /// The same for the page behind a row.
  public AuditFilter after(UUID last, int rows) {
    return new AuditFilter(
        action, actor, subject, result, source, from, to, Optional.of(new Cursor(last)), rows);
  }
}
