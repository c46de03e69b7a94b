package io.tweestap.delivery.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.Outbox;
import io.tweestap.delivery.Priority;
import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Vault;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of the outbox on their way out.
@Repository
public class OutboxRows {
  /// How many messages one claim may ask for.
  public static final int CLAIM_MAX = 100;

  /// A claim moves the next attempt behind the lease: the row of a node that died becomes due again
  /// by itself. The number of the attempt is the claim's token: a late result does not count. The
  /// search runs exactly once (`MATERIALIZED`): a plan that ran it per row would claim more than
  /// the batch. It takes one turn after another, each a walk along the index from its first due
  /// row, and stops when the batch is full: other channels, and rows not yet due, cost nothing. The
  /// hundred in the walk is the largest batch: it tells the planner that few rows are wanted, which
  /// takes the statement for a costly one otherwise and plans it anew each time, in all partitions;
  /// that takes longer than to run it. The arrays have what was found looked up by its key: by the
  /// join alone, a plan may read the whole table for it. A row that still bears a claim was with a
  /// node that never said how its try ended; that try is written down here.
  private static final String CLAIM_ACROSS_TENANTS =
      """
      WITH found AS MATERIALIZED (
        SELECT ripe.tenant_id, ripe.id
        FROM unnest(:channels, :priorities) AS turn (channel, priority)
        CROSS JOIN LATERAL (
          SELECT tenant_id, id
          FROM message
          WHERE state = 'queued'
            AND route = :route
            AND channel = turn.channel
            AND priority = turn.priority
            AND next_attempt_at <= :now
          ORDER BY next_attempt_at
          LIMIT 100
          FOR UPDATE SKIP LOCKED
        ) AS ripe
        LIMIT :batch
      )
      UPDATE message AS due
      SET attempts = due.attempts + 1, next_attempt_at = :lease_ends, claimed_at = :now,
        tries = CASE WHEN due.claimed_at IS NULL THEN due.tries
          ELSE due.tries || jsonb_build_object(
            'number', due.attempts, 'carrier', due.route, 'at', CAST(:noticed AS text),
            'outcome', 'no_answer', 'error', CAST(:left_open AS text),
            'route', due.route_reason) END
      FROM found
      WHERE due.tenant_id = found.tenant_id
        AND due.id = found.id
        AND due.tenant_id = ANY (ARRAY(SELECT tenant_id FROM found))
        AND due.id = ANY (ARRAY(SELECT id FROM found))
      RETURNING due.tenant_id, due.id, due.channel, due.recipient_hint, due.sender, due.locale,
        due.recipient_sealed, due.content_sealed, due.attempts, due.expires_at,
        due.priority, due.tries, due.route_reason
      """;

  /// What is lost, or just being handed to another carrier, keeps its moment: whoever looks at it
  /// then ends it, and no further carrier gets it.
  private static final String CANCEL =
      """
      WITH withdrawn AS (
        UPDATE message
        SET state = 'canceled', recipient_sealed = NULL, content_sealed = NULL,
          finished_at = :now, sequence = sequence + 1
        WHERE tenant_id = :tenant
          AND about = :about
          AND state = 'queued'
      )
      UPDATE message
      SET carriers_left = 0,
        (second_at, recipient_sealed, content_sealed) = (
          SELECT CASE WHEN stays.yes THEN second_at END,
            CASE WHEN stays.yes THEN recipient_sealed END,
            CASE WHEN stays.yes THEN content_sealed END
          FROM (
            SELECT claimed_at IS NOT NULL
              OR (receipts_due > 0 AND parts_undelivered = receipts_due) AS yes
          ) AS stays
        )
      WHERE tenant_id = :tenant
        AND about = :about
        AND second_at IS NOT NULL
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final ClaimedReader reader;

  OutboxRows(JdbcClient jdbc, Vault vault, ClaimedReader reader) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.reader = reader;
  }

  /// Claims messages that are due, the most urgent first, until their lease ends.
  ///
  /// @param route name of the carrier that is to have them
  /// @param channels in the order in which equally urgent messages are looked for
  /// @param from only those that are no more urgent than this
  /// @param batch how many at most, 1 to [#CLAIM_MAX]
  public List<Claimed> claim(
      String route, Collection<Channel> channels, Priority from, Instant now, int batch) {
    if (batch > CLAIM_MAX) {
      throw new IllegalArgumentException("a claim is for at most " + CLAIM_MAX + " messages");
    }
    List<Turn> turns = Turn.all(channels, from);
    return jdbc.sql(CLAIM_ACROSS_TENANTS)
        .param("route", route)
        .param("lease_ends", SqlTime.of(now.plus(Outbox.LEASE)))
        .param("now", SqlTime.of(now))
        .param("noticed", now.toString())
        .param("left_open", TryRecord.LEFT_OPEN)
        .param(
            "channels",
            new SqlArrayValue("text", turns.stream().map(turn -> turn.channel().text()).toArray()))
        .param(
            "priorities",
            new SqlArrayValue(
                "smallint", turns.stream().map(turn -> turn.priority().ordinal()).toArray()))
        .param("batch", batch)
        .query((row, _) -> reader.read(row))
        .list();
  }

  /// Withdraws what is still queued about something, and second tries that are still to come.
  public void cancel(TenantId tenant, UUID about, Instant now) {
    jdbc.sql(CANCEL)
        .param("tenant", tenant.value())
        .param("about", about)
        .param("now", SqlTime.of(now))
        .update();
  }

  /// Whom a claimed message goes to.
  public String recipient(Claimed message) {
    return recipient(message.tenant(), message.id(), message.recipientSealed());
  }

  /// Whom a message goes to, as its row has it.
  public String recipient(TenantId tenant, UUID id, byte[] sealed) {
    return new String(vault.open(recipientPlace(tenant, id), sealed), UTF_8);
  }

  /// What a claimed message says.
  public Content content(Claimed message) {
    Place place = contentPlace(message.tenant(), message.id());
    return Content.of(vault.open(place, message.contentSealed()));
  }

  private static Place recipientPlace(TenantId tenant, UUID id) {
    return new Place(tenant, "message", "recipient_sealed", id);
  }

  private static Place contentPlace(TenantId tenant, UUID id) {
    return new Place(tenant, "message", "content_sealed", id);
  }

  /// One search: a channel's messages of one urgency.
  private record Turn(Channel channel, Priority priority) {
    static List<Turn> all(Collection<Channel> channels, Priority from) {
      return Arrays.stream(Priority.values())
          .filter(priority -> priority.compareTo(from) >= 0)
          .flatMap(priority -> channels.stream().map(channel -> new Turn(channel, priority)))
          .toList();
    }
  }
}
