package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.Priority;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that this node has claimed, still sealed.
///
/// @param attempt number of the try that this is, 1 for the first
/// @param tries that ended before it
/// @param routeReason why its carrier has it, see [io.tweestap.delivery.route.Route]
public record Claimed(
    TenantId tenant,
    UUID id,
    Channel channel,
    Priority priority,
    String hint,
    String sender,
    Locale locale,
    byte[] recipientSealed,
    byte[] contentSealed,
    int attempt,
    List<TryRecord> tries,
    @Nullable String routeReason,
    Instant expiresAt) {
  /// Whether the try before this one was left open: its node ended before it wrote down an answer.
  public boolean isLeftOpen() {
    return !tries.isEmpty()
        && tries.getLast().number() == attempt - 1
        && TryRecord.LEFT_OPEN.equals(tries.getLast().error());
  }
}
