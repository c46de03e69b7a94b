package io.tweestap.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.Ids;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Does the work behind an Idempotency-Key once in 24 hours.
///
/// The key is claimed, the work done and the answer kept in one transaction: after a crash either
/// all of it happened or nothing. Of two requests that arrive at once, the second waits on the
/// first one's claim and then sees its answer. Work that fails leaves no trace and may be tried
/// again with the same key.
@Service
public class IdempotentRequests {
  /// How long a key is remembered.
  public static final Duration REMEMBERED = Duration.ofHours(24);

  private static final String FIND =
      """
      SELECT id, request_hash, status, answer_sealed
      FROM idempotent_request
      WHERE tenant_id = :tenant AND key = :key AND created_at > :since
      """;

  /// A key older than 24 hours is claimed anew.
  private static final String CLAIM =
      """
      INSERT INTO idempotent_request AS request (tenant_id, key, id, request_hash, created_at)
      VALUES (:tenant, :key, :id, :hash, :now)
      ON CONFLICT (tenant_id, key) DO UPDATE
      SET id = excluded.id, request_hash = excluded.request_hash, created_at = excluded.created_at,
        status = NULL, answer_sealed = NULL, key_id = NULL
      WHERE request.created_at <= :since
      """;

  private static final String KEEP =
      """
      UPDATE idempotent_request
      SET status = :status, answer_sealed = :answer, key_id = :key_id
      WHERE tenant_id = :tenant AND key = :key
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  IdempotentRequests(
      JdbcClient jdbc, TransactionTemplate transaction, Vault vault, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /// Does the work, or answers as it was answered before.
  ///
  /// @param key the caller's key, 1 to 255 characters
  /// @param requestHash 32 bytes that stand for method, path and body of the request
  /// @param work runs inside a transaction; when it throws, nothing is kept
  public IdempotencyOutcome once(
      TenantId tenant, String key, byte[] requestHash, Supplier<Answer> work) {
    return find(tenant, key, requestHash)
        .or(() -> claimAndDo(tenant, key, requestHash, work))
        .or(() -> find(tenant, key, requestHash))
        .orElseThrow(() -> new IllegalStateException("an idempotency claim vanished"));
  }

  private Optional<IdempotencyOutcome> find(TenantId tenant, String key, byte[] requestHash) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("key", key)
        .param("since", SqlTime.of(clock.instant().minus(REMEMBERED)))
        .<IdempotencyOutcome>query((row, _) ->
            MessageDigest.isEqual(row.getBytes("request_hash"), requestHash)
                ? new IdempotencyOutcome.Replayed(open(tenant, row))
                : new IdempotencyOutcome.Mismatch())
        .optional();
  }

  private Answer open(TenantId tenant, ResultSet row) throws SQLException {
    Place place = place(tenant, row.getObject("id", UUID.class));
    byte[] body = vault.open(place, row.getBytes("answer_sealed"));
    return new Answer(row.getInt("status"), new String(body, UTF_8));
  }

  private static Place place(TenantId tenant, UUID id) {
    return new Place(tenant, "idempotent_request", "answer_sealed", id);
  }

  /// Empty when somebody else's claim came first.
  private Optional<IdempotencyOutcome> claimAndDo(
      TenantId tenant, String key, byte[] requestHash, Supplier<Answer> work) {
    return Optional.ofNullable(
        transaction.execute(_ -> {
          UUID id = ids.next();
          if (!claim(tenant, key, id, requestHash)) {
            return null;
          }
          Answer answer = work.get();
          keep(tenant, key, id, answer);
          return new IdempotencyOutcome.Done(answer);
        }));
  }

  private boolean claim(TenantId tenant, String key, UUID id, byte[] requestHash) {
    return jdbc.sql(CLAIM)
            .param("tenant", tenant.value())
            .param("key", key)
            .param("id", id)
            .param("hash", requestHash)
            .param("now", SqlTime.of(clock.instant()))
            .param("since", SqlTime.of(clock.instant().minus(REMEMBERED)))
            .update()
        == 1;
  }

  private void keep(TenantId tenant, String key, UUID id, Answer answer) {
    Sealed sealed = vault.seal(place(tenant, id), answer.body().getBytes(UTF_8));
    jdbc.sql(KEEP)
        .param("tenant", tenant.value())
        .param("key", key)
        .param("status", answer.status())
        .param("answer", sealed.bytes())
        .param("key_id", sealed.keyId())
        .update();
  }
}
