package io.tweestap.delivery.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.Priority;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Takes back what applications wrote: before it is sent, the message; afterwards, what its record
/// says of people.
@Repository
public class RecallRows {
  /// What stands where the masked recipient stood.
  public static final String REDACTED = "redacted";

  /// A claimed one may be at the carrier already. The row's lock decides between this and a claim.
  private static final String CANCEL =
      """
      UPDATE message
      SET state = 'canceled', recipient_sealed = NULL, content_sealed = NULL, finished_at = :now,
        sequence = sequence + 1
      WHERE tenant_id = :tenant
        AND id = :id
        AND by_client
        AND state = 'queued'
        AND claimed_at IS NULL
      """;

  private static final String CANCEL_BATCH =
      """
      UPDATE message
      SET state = 'canceled', recipient_sealed = NULL, content_sealed = NULL, finished_at = :now,
        sequence = sequence + 1
      WHERE tenant_id = :tenant
        AND about = :batch
        AND by_client
        AND state = 'queued'
        AND claimed_at IS NULL
      """;

  /// Whoever said STOP to a number cannot say it to a name. What a carrier took goes to no other
  /// one.
  private static final String CANCEL_TO =
      """
      WITH found AS MATERIALIZED (
        SELECT tenant_id, id, state
        FROM message
        WHERE tenant_id = :tenant
          AND recipient_index = ANY(:indexes)
          AND by_client
          AND ((state = 'queued' AND claimed_at IS NULL) OR second_at IS NOT NULL)
          AND channel = 'sms'
          AND priority <> :code
          AND (CAST(:sender AS text) IS NULL OR sender = :sender OR sender !~ '^\\+?[0-9]+$')
        FOR UPDATE
      ), withdrawn AS (
        UPDATE message
        SET state = 'canceled', recipient_sealed = NULL, content_sealed = NULL, finished_at = :now,
          sequence = sequence + 1
        FROM found
        WHERE message.tenant_id = found.tenant_id
          AND message.id = found.id
          AND found.state = 'queued'
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
      FROM found
      WHERE message.tenant_id = found.tenant_id
        AND message.id = found.id
        AND found.state <> 'queued'
      """;

  private static final String REDACT =
      """
      UPDATE message
      SET recipient_hint = :redacted, recipient_index = NULL, hash_key_id = NULL,
        reference = NULL, metadata = '{}', redacted_at = :now,
        second_at = NULL, recipient_sealed = NULL, content_sealed = NULL,
        (state, sequence, reported_at) = (
          SELECT CASE WHEN lost.yes THEN 'undelivered' ELSE state END,
            sequence + CASE WHEN lost.yes THEN 1 ELSE 0 END,
            CASE WHEN lost.yes THEN :now ELSE reported_at END
          FROM (
            SELECT second_at IS NOT NULL AND claimed_at IS NULL AND parts_undelivered = receipts_due
              AND receipts_due > 0 AS yes
          ) AS lost
        )
      WHERE tenant_id = :tenant
        AND id = :id
        AND state <> 'queued'
        AND redacted_at IS NULL
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  RecallRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// Withdraws a message that no node has claimed; whether it was one.
  public boolean cancel(TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(CANCEL)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// Withdraws those messages of a batch that no node has claimed; how many.
  public int cancelBatch(TenantId tenant, UUID batch, Instant now) {
    return jdbc.sql(CANCEL_BATCH)
        .param("tenant", tenant.value())
        .param("batch", batch)
        .param("now", SqlTime.of(now))
        .update();
  }

  /// Withdraws what no node has claimed of the messages to somebody, but for codes.
  public void cancelTo(
      TenantId tenant, PhoneNumber recipient, Optional<String> sender, Instant now) {
    byte[] whole = recipient.e164().getBytes(UTF_8);
    jdbc.sql(CANCEL_TO)
        .param("tenant", tenant.value())
        .param(
            "indexes",
            new SqlArrayValue(
                "bytea",
                (Object[]) vault.candidates(HashUse.ADDRESS, tenant, whole).toArray(byte[][]::new)))
        .param("code", Priority.CODE.ordinal())
        .param("sender", sender.orElse(null))
        .param("now", SqlTime.of(now))
        .update();
  }

  /// Takes recipient, reference and notes out of the record of a message that is over; whether it
  /// did so now.
  public boolean redact(TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(REDACT)
            .param("redacted", REDACTED)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }
}
