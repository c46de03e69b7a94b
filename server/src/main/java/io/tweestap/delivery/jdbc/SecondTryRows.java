package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.Outbox;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.Route;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.shared.SqlTime;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accepted messages about which no receipt came, on their way to a second carrier. To everybody
/// else they stay accepted all the time.
@Repository
public class SecondTryRows {
  private static final String DUE_ACROSS_TENANTS =
      """
      SELECT tenant_id, id, about, channel, priority, recipient_hint, sender, locale,
        recipient_sealed, content_sealed, attempts + 1 AS attempts, tries, route_reason, expires_at,
        claimed_at IS NOT NULL AS abandoned
      FROM message
      WHERE second_at <= :now
      ORDER BY second_at
      LIMIT :batch
      FOR UPDATE SKIP LOCKED
      """;

  /// The number of the attempt is the token of the claim. Whoever finds a claim whose lease is over
  /// ends it: there is no third try.
  private static final String TAKE =
      """
      UPDATE message
      SET counted_attempt = coalesce(counted_attempt, attempts),
        attempts = attempts + 1,
        claimed_at = :now,
        second_at = :lease_ends
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'accepted'
        AND second_at IS NOT NULL
      """;

  private static final String POSTPONE =
      """
      UPDATE message
      SET second_at = :at
      WHERE tenant_id = :tenant
        AND id = :id
        AND second_at IS NOT NULL
      """;

  private static final String END =
      """
      UPDATE message
      SET second_at = NULL, claimed_at = NULL, recipient_sealed = NULL, content_sealed = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND second_at IS NOT NULL
      """;

  /// Receipts of the first try may have ended the message meanwhile: then only the try is noted,
  /// and what its parts are, so that their receipts belong somewhere.
  private static final String RECORD =
      """
      WITH tried AS (
        UPDATE message
        SET second_at = NULL,
          claimed_at = NULL,
          recipient_sealed = NULL,
          content_sealed = NULL,
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
        RETURNING tenant_id, id, attempts
      )
      INSERT INTO message_part
        (tenant_id, message_id, attempt, part, carrier, carrier_message_id, match_id, state,
        accepted_at, poll_at)
      SELECT tried.tenant_id, tried.id, tried.attempts, part.part, :carrier,
        part.carrier_message_id, part.match_id, 'accepted', :now, part.poll_at
      FROM unnest(:part_numbers, :part_ids, :part_match_ids, :part_polls)
        AS part (part, carrier_message_id, match_id, poll_at)
      CROSS JOIN tried
      """;

  private final JdbcClient jdbc;
  private final ClaimedReader reader;
  private final Tries tries;

  SecondTryRows(JdbcClient jdbc, ClaimedReader reader, Tries tries) {
    this.jdbc = jdbc;
    this.reader = reader;
    this.tries = tries;
  }

  /// A message whose time for a second try has come.
  ///
  /// @param message as it is once it is taken
  /// @param about what caused it
  /// @param abandoned whether a node began with it and died
  public record Due(Claimed message, UUID about, boolean abandoned) {}

  /// Locks what is due, as part of the caller's transaction.
  public List<Due> lock(Instant now, int batch) {
    return jdbc.sql(DUE_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("batch", batch)
        .query((row, _) ->
            new Due(
                reader.read(row), row.getObject("about", UUID.class), row.getBoolean("abandoned")))
        .list();
  }

  /// Takes a locked message, to hand it over once the transaction has committed.
  public void take(Claimed message, Instant now) {
    jdbc.sql(TAKE)
        .param("now", SqlTime.of(now))
        .param("lease_ends", SqlTime.of(now.plus(Outbox.LEASE)))
        .param("tenant", message.tenant().value())
        .param("id", message.id())
        .update();
  }

  /// Leaves a locked message for later, or for another node.
  public void postpone(Claimed message, Instant until) {
    jdbc.sql(POSTPONE)
        .param("at", SqlTime.of(until))
        .param("tenant", message.tenant().value())
        .param("id", message.id())
        .update();
  }

  /// There will be no second try: text and recipient go.
  public void end(Claimed message) {
    jdbc.sql(END).param("tenant", message.tenant().value()).param("id", message.id()).update();
  }

  /// Writes what a second try came to.
  public void record(AttemptResult result, Route route, Instant at) {
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
    jdbc.sql(RECORD)
        .param("now", SqlTime.of(now))
        .param("tenant", result.message().tenant().value())
        .param("id", result.message().id())
        .param("attempt", result.message().attempt())
        .param("try", tries.write(written))
        .param("taken", result.outcome() == TryOutcome.ACCEPTED)
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
        .update();
  }
}
