package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.Price;
import io.tweestap.shared.SqlTime;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Writes what attempts came to, many in one statement.
@Repository
public class AttemptRows {
  /// Text and recipient go as soon as the message needs no further attempt. A message that was
  /// withdrawn while a carrier was taking it counts as accepted: it did go out.
  private static final String RECORD =
      """
      UPDATE message AS tried
      SET state = result.state,
        recipient_sealed = CASE WHEN result.state = 'queued' THEN tried.recipient_sealed END,
        content_sealed = CASE WHEN result.state = 'queued' THEN tried.content_sealed END,
        next_attempt_at = result.next_attempt_at,
        finished_at = CASE WHEN result.state <> 'queued' THEN :now END,
        carrier = result.carrier,
        carrier_message_id = result.carrier_message_id,
        carrier_state = result.carrier_state,
        parts = NULLIF(result.parts, 0),
        price = result.price,
        price_currency = result.price_currency,
        last_error = result.error
      FROM unnest(:tenants, :ids, :attempts, :states, :next_attempts, :carriers,
          :carrier_message_ids, :carrier_states, :parts, :prices, :price_currencies, :errors)
        AS result (tenant_id, id, attempt, state, next_attempt_at, carrier,
          carrier_message_id, carrier_state, parts, price, price_currency, error)
      WHERE tried.tenant_id = result.tenant_id
        AND tried.id = result.id
        AND tried.attempts = result.attempt
        AND (tried.state = 'queued' OR (tried.state = 'canceled' AND result.state = 'accepted'))
      RETURNING tried.tenant_id, tried.id
      """;

  private static final int WORDS_MAX = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;

  AttemptRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Writes the results; each message at most once.
  ///
  /// @return for each result whether it counted; one of a lease that had ended does not
  public List<Boolean> record(List<AttemptResult> results) {
    Set<Key> counted =
        new HashSet<>(
            jdbc.sql(RECORD)
                .param("now", SqlTime.of(clock.instant()))
                .param("tenants", column("uuid", results, r -> r.message().tenant().value()))
                .param("ids", column("uuid", results, r -> r.message().id()))
                .param("attempts", column("integer", results, r -> r.message().attempt()))
                .param("states", column("text", results, r -> r.state().text()))
                .param(
                    "next_attempts",
                    column("timestamptz", results, r -> SqlTime.of(r.nextAttemptAt())))
                .param("carriers", column("text", results, AttemptResult::carrier))
                .param(
                    "carrier_message_ids",
                    column("text", results, r -> words(r.carrierMessageId().orElse(null))))
                .param(
                    "carrier_states",
                    column("text", results, r -> words(r.carrierState().orElse(null))))
                .param("parts", column("smallint", results, AttemptResult::parts))
                .param(
                    "prices",
                    column("numeric", results, r -> r.price().map(Price::amount).orElse(null)))
                .param(
                    "price_currencies",
                    column("text", results, r -> r.price().map(Price::currency).orElse(null)))
                .param("errors", column("text", results, r -> words(r.error())))
                .query((row, _) -> Key.of(row))
                .list());
    return results.stream()
        .map(r -> counted.contains(new Key(r.message().tenant(), r.message().id())))
        .toList();
  }

  /// Words from outside, without what a database refuses (a NUL) or a terminal obeys: a result that
  /// can never be written would have its message sent again and again.
  private static @Nullable String words(@Nullable String text) {
    return text == null
        ? null
        : text.codePoints()
            .limit(WORDS_MAX)
            .map(c ->
                Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static SqlArrayValue column(
      String type,
      List<AttemptResult> results,
      Function<AttemptResult, ? extends @Nullable Object> value) {
    return new SqlArrayValue(type, results.stream().map(value).toArray());
  }
}
