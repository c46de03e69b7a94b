package io.tweestap.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// An event as it was recorded.
///
/// @param at when it happened, to the millisecond
/// @param action text of an [AuditAction]; may be of a newer version than this one
/// @param result text of an [AuditResult]
/// @param seal its place in the chain; empty during the seconds before it is sealed
public record AuditEntry(
    UUID id,
    Instant at,
    String action,
    String actor,
    Optional<UUID> subject,
    Optional<String> source,
    String result,
    Map<String, String> details,
    Optional<Seal> seal) {
  public AuditEntry {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /// A place in the chain.
  ///
  /// @param position counted from 1 for each tenant
  /// @param link in hexadecimal: whoever keeps it elsewhere can show later that the chain was this
  ///   long
  public record Seal(long position, String link) {}
}
