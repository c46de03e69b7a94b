package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.route.Route;
import io.tweestap.shared.SqlTime;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what tries after the first came to.
@Repository
public class SecondTryResults {
  /// Receipts of an earlier try may have ended the message meanwhile: then only the try is noted,
  /// and what its parts are, so that their receipts belong somewhere. They may also say that it is
  /// lost: then the next carrier has its turn where this one did not take it, and where there is
  /// none, that is its end.
  private static final String RECORD =
      """
      WITH tried AS (
        UPDATE message
        SET (second_at, recipient_sealed, content_sealed, state, sequence, reported_at) = (
            SELECT kept.until,
              CASE WHEN kept.until IS NOT NULL THEN recipient_sealed END,
              CASE WHEN kept.until IS NOT NULL THEN content_sealed END,
              CASE WHEN kept.lost AND kept.until IS NULL THEN 'undelivered' ELSE state END,
              sequence + CASE WHEN kept.lost AND kept.until IS NULL THEN 1 ELSE 0 END,
              CASE WHEN kept.lost AND kept.until IS NULL THEN :now ELSE reported_at END
            FROM (
              SELECT now_known.lost,
                CASE
                  WHEN state <> 'accepted' OR carriers_left = 0 OR :final
                    OR (:taken AND :receipts_due = 0) OR recipient_sealed IS NULL THEN NULL
                  WHEN now_known.lost THEN CAST(:now AS timestamptz)
                  ELSE expires_at
                END AS until
              FROM (
                SELECT state = 'accepted' AND NOT :taken
                  AND receipts_due > 0 AND parts_undelivered = receipts_due AS lost
              ) AS now_known
            ) AS kept
          ),
          claimed_at = NULL,
          tries = tries || CAST(:try AS jsonb),
          counted_attempt = CASE WHEN :taken THEN attempts ELSE counted_attempt END,
          carrier = CASE WHEN :taken THEN :carrier ELSE carrier END,
          carrier_message_id = CASE WHEN :taken THEN :first_id ELSE carrier_message_id END,
          parts = CASE WHEN :taken THEN :parts ELSE parts END,
          price = CASE WHEN :taken THEN :price ELSE price END,
          price_currency = CASE WHEN :taken THEN :price_currency ELSE price_currency END,
          receipts_due = CASE WHEN :taken THEN :receipts_due ELSE receipts_due END,
          parts_delivered = CASE WHEN :taken THEN 0 ELSE parts_delivered END,
          parts_undelivered = CASE WHEN :taken THEN 0 ELSE parts_undelivered END
        WHERE tenant_id = :tenant
          AND id = :id
          AND attempts = :attempt
          AND claimed_at IS NOT NULL
        RETURNING tenant_id, id, attempts, state, reported_at
      ), part AS (
        INSERT INTO message_part
          (tenant_id, message_id, attempt, part, carrier, carrier_message_id, match_id, state,
          accepted_at, poll_at)
        SELECT tried.tenant_id, tried.id, tried.attempts, part.part, :carrier,
          part.carrier_message_id, part.match_id, 'accepted', :now, part.poll_at
        FROM unnest(:part_numbers, :part_ids, :part_match_ids, :part_polls)
          AS part (part, carrier_message_id, match_id, poll_at)
        CROSS JOIN tried
      )
      SELECT state
      FROM tried
      WHERE reported_at = :now
      """;

  private final JdbcClient jdbc;
  private final Tries tries;

  SecondTryResults(JdbcClient jdbc, Tries tries) {
    this.jdbc = jdbc;
    this.tries = tries;
  }

  /// Writes what a second try came to.
  ///
  /// @return whether the message is undelivered by that
  public boolean record(AttemptResult result, Route route, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MICROS);
    TryRecord written =
        new TryRecord(
            result.message().attempt(),
            result.carrier(),
            now,
            result.outcome(),
            Words.clean(result.error()),
            Words.clean(route.reason()));
    List<NewPart> parts = NewPart.of(result);
    return jdbc.sql(RECORD)
        .param("now", SqlTime.of(now))
        .param("tenant", result.message().tenant().value())
        .param("id", result.message().id())
        .param("attempt", result.message().attempt())
        .param("try", tries.write(written))
        .param("taken", result.outcome() == TryOutcome.ACCEPTED)
        .param("final", isFinal(result.outcome()))
        .param("carrier", result.carrier())
        .param("first_id", NewPart.firstId(result), Types.VARCHAR)
        .param("parts", result.parts(), Types.SMALLINT)
        .param("price", result.price().map(Price::amount).orElse(null), Types.NUMERIC)
        .param("price_currency", result.price().map(Price::currency).orElse(null), Types.VARCHAR)
        .param("receipts_due", result.carrierMessageIds().size(), Types.SMALLINT)
        .param("part_numbers", Column.of("smallint", parts, NewPart::number))
        .param("part_ids", Column.of("text", parts, NewPart::id))
        .param("part_match_ids", Column.of("text", parts, NewPart::matchId))
        .param("part_polls", Column.of("timestamptz", parts, NewPart::pollAt))
        .query((row, _) -> row.getString("state"))
        .optional()
        .filter(MessageState.UNDELIVERED.text()::equals)
        .isPresent();
  }

  private static boolean isFinal(TryOutcome outcome) {
    return outcome == TryOutcome.FRAUD || outcome == TryOutcome.REJECTED;
  }
}
