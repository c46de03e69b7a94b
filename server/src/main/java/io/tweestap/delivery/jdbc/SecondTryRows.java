package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Outbox;
import io.tweestap.shared.SqlTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accepted messages about which no receipt came, or that are lost, on their way to a further
/// carrier. To everybody else they stay accepted all the time; what is lost for good becomes
/// undelivered here.
@Repository
public class SecondTryRows {
  private static final String DUE_ACROSS_TENANTS =
      """
      SELECT tenant_id, id, about, channel, priority, recipient_hint, sender, locale,
        recipient_sealed, content_sealed, attempts + 1 AS attempts, tries, route_reason, expires_at,
        claimed_at IS NOT NULL AS abandoned, carriers_left,
        receipts_due > 0 AND parts_undelivered = receipts_due AS lost
      FROM message
      WHERE second_at <= :now
      ORDER BY second_at
      LIMIT :batch
      FOR UPDATE SKIP LOCKED
      """;

  /// The number of the attempt is the token of the claim. Whoever finds a claim whose lease is over
  /// ends it: no other try follows.
  private static final String TAKE =
      """
      UPDATE message
      SET counted_attempt = coalesce(counted_attempt, attempts),
        attempts = attempts + 1,
        carriers_left = greatest(carriers_left - 1, 0),
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
      SET second_at = NULL, claimed_at = NULL, recipient_sealed = NULL, content_sealed = NULL,
        (state, sequence, reported_at) = (
          SELECT CASE WHEN lost.yes THEN 'undelivered' ELSE state END,
            sequence + CASE WHEN lost.yes THEN 1 ELSE 0 END,
            CASE WHEN lost.yes THEN :now ELSE reported_at END
          FROM (SELECT receipts_due > 0 AND parts_undelivered = receipts_due AS yes) AS lost
        )
      WHERE (tenant_id, id) IN (
          SELECT tenant_id, id
          FROM unnest(:tenants, :ids) AS over (tenant_id, id))
        AND second_at IS NOT NULL
      RETURNING tenant_id, id, state
      """;

  private static final String OVER_ACROSS_TENANTS =
      """
      SELECT tenant_id, id
      FROM message
      WHERE second_at <= :now
        AND expires_at <= :now
      ORDER BY second_at
      LIMIT :batch
      FOR UPDATE SKIP LOCKED
      """;

  private final JdbcClient jdbc;
  private final ClaimedReader reader;

  SecondTryRows(JdbcClient jdbc, ClaimedReader reader) {
    this.jdbc = jdbc;
    this.reader = reader;
  }

  /// A message whose time for a second try has come.
  ///
  /// @param message as it is once it is taken
  /// @param about what caused it
  /// @param abandoned whether a node began with it and died
  /// @param lost whether the carrier that has it says that it will not arrive
  /// @param carriersLeft how many further carriers may have it when it is lost
  public record Due(
      Claimed message, UUID about, boolean abandoned, boolean lost, int carriersLeft) {}

  /// Locks what is due, as part of the caller's transaction.
  public List<Due> lock(Instant now, int batch) {
    return jdbc.sql(DUE_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("batch", batch)
        .query((row, _) ->
            new Due(
                reader.read(row),
                row.getObject("about", UUID.class),
                row.getBoolean("abandoned"),
                row.getBoolean("lost"),
                row.getInt("carriers_left")))
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

  /// Locks those whose life is over, as part of the caller's transaction.
  public List<Key> lockOver(Instant now, int batch) {
    return jdbc.sql(OVER_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("batch", batch)
        .query((row, _) -> Key.of(row))
        .list();
  }

  /// No other carrier gets these locked messages: text and recipient go.
  ///
  /// @return those that are undelivered by that
  public List<Key> end(Collection<Key> messages, Instant now) {
    List<Key> undelivered = new ArrayList<>();
    jdbc.sql(END)
        .param("now", SqlTime.of(now.truncatedTo(ChronoUnit.MICROS)))
        .param("tenants", Column.of("uuid", messages, key -> key.tenant().value()))
        .param("ids", Column.of("uuid", messages, Key::id))
        .query(row -> {
          if (MessageState.UNDELIVERED.text().equals(row.getString("state"))) {
            undelivered.add(Key.of(row));
          }
        });
    return undelivered;
  }
}
