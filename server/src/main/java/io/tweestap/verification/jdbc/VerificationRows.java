package io.tweestap.verification.jdbc;

import io.tweestap.risk.Counted;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Hashed;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import io.tweestap.verification.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// One verification at a time: written, read, sent again, canceled.
@Repository
public class VerificationRows {
  private static final String INSERT =
      """
      INSERT INTO verification
        (tenant_id, id, state, purpose, channel, recipient_hint, recipient_index, key_id,
        recipient_sealed, details_sealed, hash_key_id, code_hash, details_hash, locale, sender,
        template, code_length, ttl_seconds, is_test, sends_used, sends_max, checks_max,
        next_send_at, expires_at, created_at, metadata, guard_country, guard_prefix, guard_source,
        workflow, next_step, step_at)
      VALUES
        (:tenant, :id, 'pending', :purpose, :channel, :hint, :index, :key_id,
        :recipient, :details, :hash_key_id, :code_hash, :details_hash, :locale, :sender,
        :template, :code_length, :ttl_seconds, :is_test, :sends_used, :sends_max, :checks_max,
        :next_send_at, :expires_at, :created_at, :metadata, :guard_country, :guard_prefix,
        :guard_source, CAST(:workflow AS jsonb), :next_step, :step_at)
      """;

  private static final String FIND =
      """
      SELECT id, state, purpose, channel, recipient_hint, recipient_sealed, details_sealed,
        locale, sender, template, code_length, ttl_seconds, is_test, sends_used, sends_max,
        checks_used, checks_max, next_send_at, expires_at, created_at, finished_at, metadata,
        workflow, step_at
      FROM verification
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  /// Only the caller who saw the last send may make the next one, and only in time. Checks that
  /// were used stay used. A step of a workflow waits at least as long as another send has to.
  private static final String RESEND =
      """
      UPDATE verification
      SET channel = :channel,
        hash_key_id = :hash_key_id,
        code_hash = :code_hash,
        details_hash = :details_hash,
        sends_used = sends_used + 1,
        next_send_at = :next_send_at,
        expires_at = :expires_at,
        step_at = CASE
          WHEN step_at IS NOT NULL THEN greatest(step_at, CAST(:next_send_at AS timestamptz))
        END
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND sends_used = :sends_seen
        AND sends_used < sends_max
        AND next_send_at <= :now
        AND expires_at > :now
      """;

  private static final String CANCEL =
      """
      UPDATE verification
      SET state = 'canceled', finished_at = :now, code_hash = NULL, recipient_sealed = NULL,
        details_sealed = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final StoredReader reader;

  VerificationRows(JdbcClient jdbc, Vault vault, StoredReader reader) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.reader = reader;
  }

  /// Writes a new verification.
  public void insert(TenantId tenant, NewRow row) {
    Verification verification = row.verification();
    UUID id = verification.id();
    Sealed recipient = reader.sealRecipient(tenant, id, row.recipient());
    statement(INSERT, tenant, verification)
        .param("purpose", verification.purpose().text())
        .param("hint", verification.to())
        .param("index", vault.hash(HashUse.ADDRESS, tenant, row.recipient().bytes()))
        .param("key_id", recipient.keyId())
        .param("recipient", recipient.bytes())
        .param("details", reader.sealDetails(tenant, id, row.details()))
        .param("hash_key_id", row.code().keyId())
        .param("code_hash", row.code().bytes())
        .param("details_hash", row.detailsHash().bytes())
        .param("locale", verification.locale().toLanguageTag())
        .param("sender", verification.sender())
        .param("template", verification.template().orElse(null))
        .param("code_length", verification.codeLength())
        .param("ttl_seconds", verification.ttl().toSeconds())
        .param("is_test", verification.test())
        .param("sends_used", verification.sendsUsed())
        .param("sends_max", verification.sendsMax())
        .param("checks_max", verification.checksMax())
        .param("created_at", SqlTime.of(verification.createdAt()))
        .param("metadata", reader.write(verification.metadata()))
        .params(WorkflowRows.columns(reader, verification.workflow()))
        .param("guard_country", row.counted().map(Counted::country).orElse(null))
        .param("guard_prefix", row.counted().map(Counted::prefix).orElse(null))
        .param("guard_source", row.counted().flatMap(Counted::source).orElse(null))
        .update();
  }

  /// Reads a verification of the tenant.
  public Optional<Stored> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> reader.read(tenant, row))
        .optional();
  }

  /// Puts a new code in the old one's place.
  ///
  /// @param next the verification as it is to be after this send
  /// @return whether it was still possible
  public boolean resend(
      TenantId tenant, Verification next, Hashed code, Hashed details, Instant now) {
    return statement(RESEND, tenant, next)
            .param("hash_key_id", code.keyId())
            .param("code_hash", code.bytes())
            .param("details_hash", details.bytes())
            .param("sends_seen", next.sendsUsed() - 1)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /// Cancels a pending verification.
  ///
  /// @return whether it was still possible
  public boolean cancel(TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(CANCEL)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec statement(
      String sql, TenantId tenant, Verification verification) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", verification.id())
        .param("channel", verification.channel().text())
        .param("next_send_at", SqlTime.of(verification.nextSendAt()))
        .param("expires_at", SqlTime.of(verification.expiresAt()));
  }
}
