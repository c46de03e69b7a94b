package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.Priority;
import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Messages that wait for a carrier which does not come, and their way to another.
@Repository
public class RerouteRows {
  /// One look into the index for each carrier that anything waits for.
  private static final String ROUTES_ACROSS_TENANTS =
      """
      WITH RECURSIVE found AS (
        (
          SELECT route
          FROM message
          WHERE state = 'queued'
          ORDER BY route
          LIMIT 1
        )
        UNION ALL
        SELECT (
          SELECT further.route
          FROM message AS further
          WHERE further.state = 'queued'
            AND further.route > found.route
          ORDER BY further.route
          LIMIT 1
        )
        FROM found
        WHERE found.route IS NOT NULL
      )
      SELECT route
      FROM found
      WHERE route IS NOT NULL
      """;

  /// Only what no node has claimed; that is not yet due again.
  private static final String WAITING_ACROSS_TENANTS =
      """
      SELECT tenant_id, id, channel, priority, sender, recipient_sealed, tries
      FROM message
      WHERE state = 'queued'
        AND route = :route
        AND channel = :channel
        AND priority = :priority
        AND next_attempt_at <= :now
      ORDER BY next_attempt_at
      LIMIT :batch
      FOR UPDATE SKIP LOCKED
      """;

  /// A row that still bears a claim was with a node that never said how its try ended.
  private static final String MOVE =
      """
      UPDATE message AS waiting
      SET route = moved.route, route_reason = moved.reason,
        next_attempt_at = moved.next_attempt_at,
        claimed_at = NULL,
        tries = CASE WHEN waiting.claimed_at IS NULL THEN waiting.tries
          ELSE waiting.tries || jsonb_build_object(
            'number', waiting.attempts, 'carrier', waiting.route, 'at', CAST(:noticed AS text),
            'outcome', 'no_answer', 'error', CAST(:left_open AS text),
            'route', waiting.route_reason) END
      FROM unnest(:tenants, :ids, :routes, :reasons, :next_attempts)
        AS moved (tenant_id, id, route, reason, next_attempt_at)
      WHERE waiting.tenant_id = moved.tenant_id
        AND waiting.id = moved.id
        AND waiting.state = 'queued'
      """;

  private final JdbcClient jdbc;
  private final Tries tries;

  RerouteRows(JdbcClient jdbc, Tries tries) {
    this.jdbc = jdbc;
    this.tries = tries;
  }

  /// A message that waits.
  public record Waiting(
      TenantId tenant,
      UUID id,
      Channel channel,
      Priority priority,
      String sender,
      byte[] recipientSealed,
      List<TryRecord> tries) {}

  /// Where one of them goes.
  ///
  /// @param nextAttempt when it is looked at next, at the earliest
  public record Move(Waiting message, String carrier, String reason, Instant nextAttempt) {}

  /// The carriers that messages wait for, those that are not there included.
  public List<String> routes() {
    return jdbc.sql(ROUTES_ACROSS_TENANTS).query((row, _) -> row.getString("route")).list();
  }

  /// Locks messages that are due and wait for a carrier, as part of the caller's transaction.
  ///
  /// @param batch how many at most
  public List<Waiting> lock(
      String route, Channel channel, Priority priority, Instant now, int batch) {
    return jdbc.sql(WAITING_ACROSS_TENANTS)
        .param("route", route)
        .param("channel", channel.text())
        .param("priority", priority.ordinal())
        .param("now", SqlTime.of(now))
        .param("batch", batch)
        .query((row, _) -> waiting(row))
        .list();
  }

  /// Gives locked messages to other carriers.
  public void move(Collection<Move> moves, Instant now) {
    if (moves.isEmpty()) {
      return;
    }
    jdbc.sql(MOVE)
        .param("noticed", now.toString())
        .param("left_open", TryRecord.LEFT_OPEN)
        .param("tenants", Column.of("uuid", moves, m -> m.message().tenant().value()))
        .param("ids", Column.of("uuid", moves, m -> m.message().id()))
        .param("routes", Column.of("text", moves, Move::carrier))
        .param("reasons", Column.of("text", moves, m -> Words.clean(m.reason())))
        .param("next_attempts", Column.of("timestamptz", moves, m -> SqlTime.of(m.nextAttempt())))
        .update();
  }

  private Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("id", UUID.class),
        Channel.of(row.getString("channel")).orElseThrow(),
        Priority.values()[row.getInt("priority")],
        row.getString("sender"),
        row.getBytes("recipient_sealed"),
        tries.read(row.getString("tries")));
  }
}
