package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What receipts change.
@Repository
public class ReceiptRows {
  /// The messages are locked first, in one order for everybody, and their counts are read under the
  /// lock: of receipts that arrive on two nodes at once, the later sees what the earlier did, and
  /// one of them ends the message. A final state stays. A message that went out twice is delivered
  /// when either try is; only the try that counts can end it otherwise, and one that is lost as a
  /// whole only where no further carrier may have it: it stays accepted and is due for that one at
  /// once, or for the answer of the one that is just being asked.
  private static final String APPLY =
      """
      WITH told AS MATERIALIZED (
        SELECT tenant_id, message_id, attempt, part, state, final, error, done_at, hopeless
        FROM unnest(:tenants, :messages, :attempts, :parts, :states, :finals, :errors, :done,
            :hopeless)
          AS told (tenant_id, message_id, attempt, part, state, final, error, done_at, hopeless)
      ), locked AS MATERIALIZED (
        SELECT tenant_id, id, state, coalesce(counted_attempt, attempts) AS counted, receipts_due,
          parts_delivered, parts_undelivered, claimed_at IS NOT NULL AS asking,
          second_at IS NOT NULL AND carriers_left > 0 AND expires_at > :now AS further
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
        RETURNING part.tenant_id, part.message_id, part.attempt, part.part, part.state, part.final,
          told.hopeless
      ), counted AS (
        SELECT locked.tenant_id, locked.id, locked.receipts_due AS due,
          locked.parts_delivered + count(*) FILTER (WHERE changed.state = 'delivered')
            AS delivered,
          locked.parts_undelivered + count(*) FILTER (WHERE changed.state <> 'delivered')
            AS undelivered,
          bool_or(changed.hopeless) AS hopeless,
          locked.asking OR (locked.further AND NOT bool_or(changed.hopeless)) AS again
        FROM locked
        JOIN changed ON changed.tenant_id = locked.tenant_id
          AND changed.message_id = locked.id
          AND changed.attempt = locked.counted
        WHERE locked.state = 'accepted' AND changed.final
        GROUP BY locked.tenant_id, locked.id, locked.receipts_due, locked.parts_delivered,
          locked.parts_undelivered, locked.asking, locked.further
      ), judged AS (
        SELECT tenant_id, id, delivered, undelivered, hopeless, undelivered = due AS lost,
          CASE
            WHEN delivered = due THEN 'delivered'
            WHEN undelivered = due AND NOT again THEN 'undelivered'
            WHEN delivered > 0 AND undelivered > 0 THEN 'partly_delivered'
          END AS verdict
        FROM counted
      ), late AS (
        SELECT locked.tenant_id, locked.id
        FROM locked
        JOIN changed ON changed.tenant_id = locked.tenant_id
          AND changed.message_id = locked.id
          AND changed.attempt <> locked.counted
        JOIN message_part AS part ON part.tenant_id = changed.tenant_id
          AND part.message_id = changed.message_id
          AND part.attempt = changed.attempt
        LEFT JOIN changed AS now_known ON now_known.tenant_id = part.tenant_id
          AND now_known.message_id = part.message_id
          AND now_known.attempt = part.attempt
          AND now_known.part = part.part
        WHERE locked.state = 'accepted'
        GROUP BY locked.tenant_id, locked.id, changed.attempt
        HAVING bool_and(coalesce(now_known.state, part.state) = 'delivered')
      ), verdict AS (
        SELECT tenant_id, id, delivered, undelivered, hopeless, lost, verdict
        FROM judged
        WHERE (tenant_id, id) NOT IN (SELECT tenant_id, id FROM late)
        UNION ALL
        SELECT DISTINCT late.tenant_id, late.id, locked.parts_delivered, locked.parts_undelivered,
          false, false, 'delivered'
        FROM late
        JOIN locked ON locked.tenant_id = late.tenant_id AND locked.id = late.id
      )
      UPDATE message AS whole
      SET parts_delivered = verdict.delivered,
        parts_undelivered = verdict.undelivered,
        state = coalesce(verdict.verdict, whole.state),
        sequence = whole.sequence + CASE WHEN verdict.verdict IS NULL THEN 0 ELSE 1 END,
        reported_at = CASE WHEN verdict.verdict IS NOT NULL THEN :now END,
        carriers_left = CASE WHEN verdict.hopeless THEN 0 ELSE whole.carriers_left END,
        second_at = CASE
          WHEN verdict.verdict IS NOT NULL THEN NULL
          WHEN verdict.lost AND whole.claimed_at IS NULL THEN :now
          ELSE whole.second_at
        END,
        recipient_sealed = CASE WHEN verdict.verdict IS NULL THEN whole.recipient_sealed END,
        content_sealed = CASE WHEN verdict.verdict IS NULL THEN whole.content_sealed END
      FROM verdict
      WHERE whole.tenant_id = verdict.tenant_id
        AND whole.id = verdict.id
        AND whole.state = 'accepted'
      RETURNING whole.tenant_id, whole.id, verdict.verdict
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ReceiptRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
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
        .param("hopeless", Column.of("boolean", changes, c -> c.receipt().isHopeless()))
        .query(row -> {
          String verdict = row.getString("verdict");
          if (verdict != null) {
            ended.put(Key.of(row), MessageState.of(verdict).orElseThrow());
          }
        });
    return ended;
  }
}
