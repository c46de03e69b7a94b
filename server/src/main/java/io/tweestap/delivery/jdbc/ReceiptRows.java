package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.CarrierId;
import io.tweestap.delivery.MessageState;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What receipts are about and what they change.
@Repository
public class ReceiptRows {
  /// A receipt names no tenant. A carrier that gives every message the same id finds a few of them
  /// only.
  private static final String CANDIDATES_ACROSS_TENANTS =
      """
      SELECT told.place, part.tenant_id, part.message_id, part.attempt, part.part,
        part.carrier_message_id, part.final
      FROM unnest(:places, :carriers, :match_ids) AS told (place, carrier, match_id)
      CROSS JOIN LATERAL (
        SELECT tenant_id, message_id, attempt, part, carrier_message_id, final
        FROM message_part
        WHERE carrier = told.carrier AND match_id = told.match_id
        ORDER BY message_id DESC, final, part
        LIMIT 8
      ) AS part
      """;

  /// The messages are locked first, in one order for everybody, and their counts are read under the
  /// lock: of receipts that arrive on two nodes at once, the later sees what the earlier did, and
  /// one of them ends the message. A final state stays.
  private static final String APPLY =
      """
      WITH told AS MATERIALIZED (
        SELECT tenant_id, message_id, attempt, part, state, final, error, done_at
        FROM unnest(:tenants, :messages, :attempts, :parts, :states, :finals, :errors, :done)
          AS told (tenant_id, message_id, attempt, part, state, final, error, done_at)
      ), locked AS MATERIALIZED (
        SELECT tenant_id, id, state, attempts, receipts_due, parts_delivered, parts_undelivered
        FROM message
        WHERE (tenant_id, id) IN (SELECT tenant_id, message_id FROM told)
        ORDER BY tenant_id, id
        FOR UPDATE
      ), changed AS (
        UPDATE message_part AS part
        SET state = told.state, final = told.final, error = told.error, done_at = told.done_at,
          reported_at = :now, poll_at = CASE WHEN NOT told.final THEN part.poll_at END
        FROM told
        JOIN locked ON locked.tenant_id = told.tenant_id AND locked.id = told.message_id
        WHERE part.tenant_id = told.tenant_id
          AND part.message_id = told.message_id
          AND part.attempt = told.attempt
          AND part.part = told.part
          AND NOT part.final
        RETURNING part.tenant_id, part.message_id, part.attempt, part.state, part.final
      ), counted AS (
        SELECT locked.tenant_id, locked.id, locked.receipts_due AS due,
          locked.parts_delivered + count(*) FILTER (WHERE changed.state = 'delivered')
            AS delivered,
          locked.parts_undelivered + count(*) FILTER (WHERE changed.state <> 'delivered')
            AS undelivered
        FROM locked
        JOIN changed ON changed.tenant_id = locked.tenant_id
          AND changed.message_id = locked.id
          AND changed.attempt = locked.attempts
        WHERE locked.state = 'accepted' AND changed.final
        GROUP BY locked.tenant_id, locked.id, locked.receipts_due, locked.parts_delivered,
          locked.parts_undelivered
      ), judged AS (
        SELECT tenant_id, id, delivered, undelivered,
          CASE
            WHEN delivered = due THEN 'delivered'
            WHEN undelivered = due THEN 'undelivered'
            WHEN delivered > 0 AND undelivered > 0 THEN 'partly_delivered'
          END AS verdict
        FROM counted
      )
      UPDATE message AS whole
      SET parts_delivered = judged.delivered,
        parts_undelivered = judged.undelivered,
        state = coalesce(judged.verdict, whole.state),
        sequence = whole.sequence + CASE WHEN judged.verdict IS NULL THEN 0 ELSE 1 END,
        reported_at = CASE WHEN judged.verdict IS NOT NULL THEN :now END
      FROM judged
      WHERE whole.tenant_id = judged.tenant_id
        AND whole.id = judged.id
        AND whole.state = 'accepted'
      RETURNING whole.tenant_id, whole.id, judged.verdict
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ReceiptRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Which parts the receipts may be about, by the receipts' places in the list.
  public Map<Integer, List<PartFound>> candidates(List<Reported> reported) {
    List<Wanted> wanted = wanted(reported);
    Map<Integer, List<PartFound>> found = new HashMap<>();
    if (wanted.isEmpty()) {
      return found;
    }
    jdbc.sql(CANDIDATES_ACROSS_TENANTS)
        .param("places", Column.of("integer", wanted, Wanted::place))
        .param("carriers", Column.of("text", wanted, Wanted::carrier))
        .param("match_ids", Column.of("text", wanted, Wanted::matchId))
        .query(row -> {
          found.computeIfAbsent(row.getInt("place"), _ -> new ArrayList<>()).add(part(row));
        });
    return found;
  }

  /// Writes what the receipts say; each part at most once.
  ///
  /// @return the messages that this ended, each exactly once however many receipts arrive at once
  public Map<Key, MessageState> apply(Collection<PartChange> changes) {
    Map<Key, MessageState> ended = new LinkedHashMap<>();
    if (changes.isEmpty()) {
      return ended;
    }
    jdbc.sql(APPLY)
        .param("now", SqlTime.of(clock.instant()))
        .param("tenants", Column.of("uuid", changes, c -> c.key().tenant().value()))
        .param("messages", Column.of("uuid", changes, c -> c.key().message()))
        .param("attempts", Column.of("integer", changes, c -> c.key().attempt()))
        .param("parts", Column.of("smallint", changes, c -> c.key().part()))
        .param("states", Column.of("text", changes, c -> c.receipt().state().text()))
        .param("finals", Column.of("boolean", changes, c -> c.receipt().state().isFinal()))
        .param("errors", Column.of("text", changes, c -> c.receipt().error().orElse(null)))
        .param("done", Column.of("timestamptz", changes, c -> SqlTime.of(c.receipt().at())))
        .query(row -> {
          String verdict = row.getString("verdict");
          if (verdict != null) {
            ended.put(Key.of(row), MessageState.of(verdict).orElseThrow());
          }
        });
    return ended;
  }

  private record Wanted(int place, String carrier, String matchId) {}

  private static List<Wanted> wanted(List<Reported> reported) {
    List<Wanted> wanted = new ArrayList<>();
    for (int place = 0; place < reported.size(); place++) {
      var receipt = reported.get(place).receipt();
      for (String id : new CarrierId(receipt.carrierMessageId()).candidates()) {
        wanted.add(new Wanted(place, receipt.carrier(), id));
      }
    }
    return wanted;
  }

  private static PartFound part(ResultSet row) throws SQLException {
    return new PartFound(
        new PartFound.Key(
            new TenantId(row.getObject("tenant_id", UUID.class)),
            row.getObject("message_id", UUID.class),
            row.getInt("attempt"),
            row.getInt("part")),
        row.getString("carrier_message_id"),
        row.getBoolean("final"));
  }
}
