package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.Price;
import io.tweestap.delivery.route.Route;
import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Writes what attempts came to, many in one statement, with the parts that a carrier gave ids.
@Repository
public class AttemptRows {
  /// Text and recipient go as soon as the message needs no further attempt, by another carrier
  /// included. A message that was withdrawn while a carrier was taking it counts as accepted: it
  /// did go out. Parts are written for results that count only.
  private static final String RECORD =
      """
      WITH tried AS (
        UPDATE message AS tried
        SET state = result.state,
          recipient_sealed = CASE WHEN result.state = 'queued' OR result.second_at IS NOT NULL
            THEN tried.recipient_sealed END,
          content_sealed = CASE WHEN result.state = 'queued' OR result.second_at IS NOT NULL
            THEN tried.content_sealed END,
          second_at = CASE WHEN tried.state = 'queued' THEN result.second_at END,
          carriers_left = result.carriers_left,
          next_attempt_at = result.next_attempt_at,
          claimed_at = NULL,
          finished_at = CASE WHEN result.state <> 'queued' THEN :now END,
          carrier = result.carrier,
          carrier_message_id = result.carrier_message_id,
          carrier_state = result.carrier_state,
          parts = NULLIF(result.parts, 0),
          receipts_due = result.receipts_due,
          parts_delivered = 0,
          parts_undelivered = 0,
          sequence = tried.sequence + CASE WHEN result.state = 'queued' THEN 0 ELSE 1 END,
          price = result.price,
          price_currency = result.price_currency,
          last_error = result.error,
          route = coalesce(result.route, tried.route),
          route_reason = coalesce(result.route_reason, tried.route_reason),
          tries = tried.tries || CAST(result.try AS jsonb)
        FROM unnest(:tenants, :ids, :attempts, :states, :next_attempts, :carriers,
            :carrier_message_ids, :carrier_states, :parts, :receipts_due, :prices,
            :price_currencies, :errors, :tries, :routes,
            :route_reasons, :second_at, :carriers_left)
          AS result (tenant_id, id, attempt, state, next_attempt_at, carrier,
            carrier_message_id, carrier_state, parts, receipts_due, price,
            price_currency, error, try, route, route_reason, second_at,
            carriers_left)
        WHERE tried.tenant_id = result.tenant_id
          AND tried.id = result.id
          AND tried.attempts = result.attempt
          AND (tried.state = 'queued' OR (tried.state = 'canceled' AND result.state = 'accepted'))
        RETURNING tried.tenant_id, tried.id, tried.attempts, tried.carrier
      ), part AS (
        INSERT INTO message_part
          (tenant_id, message_id, attempt, part, carrier, carrier_message_id, match_id, state,
          accepted_at, poll_at)
        SELECT tried.tenant_id, tried.id, tried.attempts, part.part, tried.carrier,
          part.carrier_message_id, part.match_id, 'accepted', :now, part.poll_at
        FROM unnest(:part_tenants, :part_messages, :part_numbers, :part_ids, :part_match_ids,
            :part_polls)
          AS part (tenant_id, message_id, part, carrier_message_id, match_id, poll_at)
        JOIN tried ON tried.tenant_id = part.tenant_id AND tried.id = part.message_id
      )
      SELECT tenant_id, id
      FROM tried
      """;

  private final JdbcClient jdbc;
  private final Tries tries;
  private final Clock clock;

  AttemptRows(JdbcClient jdbc, Tries tries, Clock clock) {
    this.jdbc = jdbc;
    this.tries = tries;
    this.clock = clock;
  }

  /// Writes the results; each message at most once.
  ///
  /// @return for each result whether it counted; one of a lease that had ended does not
  public List<Boolean> record(List<AttemptResult> results) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    StatementSpec statement = jdbc.sql(RECORD).param("now", SqlTime.of(now));
    withOutcomes(statement, results);
    statement.param("tries", Column.of("text", results, r -> tried(r, now)));
    withRoutes(statement, results);
    statement.param("second_at", Column.of("timestamptz", results, AttemptRows::secondAt));
    statement.param("carriers_left", Column.of("smallint", results, AttemptResult::carriersLeft));
    withCosts(statement, results);
    withParts(statement, results.stream().flatMap(r -> NewPart.of(r).stream()).toList());
    Set<Key> counted = new HashSet<>(statement.query((row, _) -> Key.of(row)).list());
    return results.stream()
        .map(r -> counted.contains(new Key(r.message().tenant(), r.message().id())))
        .toList();
  }

  private String tried(AttemptResult result, Instant now) {
    return result.isTry() ? tries.write(TryRecord.of(result, now)) : Tries.NONE;
  }

  private static void withOutcomes(StatementSpec statement, List<AttemptResult> results) {
    statement
        .param("tenants", Column.of("uuid", results, r -> r.message().tenant().value()))
        .param("ids", Column.of("uuid", results, r -> r.message().id()))
        .param("attempts", Column.of("integer", results, r -> r.message().attempt()))
        .param("states", Column.of("text", results, r -> r.state().text()))
        .param(
            "next_attempts", Column.of("timestamptz", results, r -> SqlTime.of(r.nextAttemptAt())))
        .param("carriers", Column.of("text", results, AttemptResult::carrier))
        .param("carrier_message_ids", Column.of("text", results, NewPart::firstId))
        .param(
            "carrier_states",
            Column.of("text", results, r -> Words.clean(r.carrierState().orElse(null))))
        .param("errors", Column.of("text", results, r -> Words.clean(r.error())));
  }

  private static void withRoutes(StatementSpec statement, List<AttemptResult> results) {
    statement
        .param("routes", Column.of("text", results, r -> route(r, Route::carrier)))
        .param("route_reasons", Column.of("text", results, r -> route(r, Route::reason)));
  }

  private static @Nullable String route(AttemptResult result, Function<Route, String> what) {
    Route route = result.route();
    return route == null ? null : Words.clean(what.apply(route));
  }

  private static @Nullable OffsetDateTime secondAt(AttemptResult result) {
    Instant at = result.secondAt();
    return at == null ? null : SqlTime.of(at);
  }

  private static void withCosts(StatementSpec statement, List<AttemptResult> results) {
    statement
        .param("parts", Column.of("smallint", results, AttemptResult::parts))
        .param("receipts_due", Column.of("smallint", results, r -> r.carrierMessageIds().size()))
        .param(
            "prices", Column.of("numeric", results, r -> r.price().map(Price::amount).orElse(null)))
        .param(
            "price_currencies",
            Column.of("text", results, r -> r.price().map(Price::currency).orElse(null)));
  }

  private static void withParts(StatementSpec statement, List<NewPart> parts) {
    statement
        .param("part_tenants", Column.of("uuid", parts, p -> p.message().tenant().value()))
        .param("part_messages", Column.of("uuid", parts, p -> p.message().id()))
        .param("part_numbers", Column.of("smallint", parts, NewPart::number))
        .param("part_ids", Column.of("text", parts, NewPart::id))
        .param("part_match_ids", Column.of("text", parts, NewPart::matchId))
        .param("part_polls", Column.of("timestamptz", parts, NewPart::pollAt));
  }
}
