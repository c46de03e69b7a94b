package io.tweestap.delivery.jdbc;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private static final String REDACT =
      """
      UPDATE message
      SET recipient_hint = :redacted, recipient_index = NULL, hash_key_id = NULL,
        reference = NULL, metadata = '{}', redacted_at = :now,
        second_at = NULL, recipient_sealed = NULL, content_sealed = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND state <> 'queued'
        AND redacted_at IS NULL
      """;

  private final JdbcClient jdbc;

  RecallRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
