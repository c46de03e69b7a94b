package io.tweestap.verification.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.Ids;
import io.tweestap.shared.Page;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.State;
import io.tweestap.verification.Verification;
import io.tweestap.verification.VerificationFilter;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Verifications to look at.
@Repository
public class VerificationList {
  /// Ids sort by time, so a span of time is a span of ids; a condition that is null holds always. A
  /// pending row whose time is over counts as expired.
  private static final String PAGE =
      """
      SELECT id, state, purpose, channel, recipient_hint, locale, sender, template, code_length,
        ttl_seconds, is_test, sends_used, sends_max, checks_used, checks_max, next_send_at,
        expires_at, created_at, finished_at, metadata, workflow, step_at
      FROM verification
      WHERE tenant_id = :tenant
        AND id < CAST(:before AS uuid)
        AND id >= CAST(:since AS uuid)
        AND (CAST(:state AS text) IS NULL
          OR CASE WHEN state = 'pending' AND expires_at <= :now THEN 'expired' ELSE state END
            = :state)
        AND (CAST(:purpose AS text) IS NULL OR purpose = :purpose)
        AND (CAST(:indexes AS bytea[]) IS NULL OR recipient_index = ANY(:indexes))
      ORDER BY id DESC
      LIMIT :rows
      """;

  private static final String FIND =
      """
      SELECT id, state, purpose, channel, recipient_hint, locale, sender, template, code_length,
        ttl_seconds, is_test, sends_used, sends_max, checks_used, checks_max, next_send_at,
        expires_at, created_at, finished_at, metadata, workflow, step_at
      FROM verification
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String STATE =
      """
      SELECT state
      FROM verification
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final UUID HIGHEST = new UUID(-1, -1);
  private static final UUID LOWEST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final StoredReader reader;
  private final Clock clock;

  VerificationList(JdbcClient jdbc, Vault vault, StoredReader reader, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.reader = reader;
    this.clock = clock;
  }

  /// One verification of the tenant.
  public Optional<Verification> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> reader.verification(row))
        .optional();
  }

  /// Where a verification is, as it stands in the database: one whose time is over may be pending.
  public Optional<State> state(TenantId tenant, UUID id) {
    return jdbc.sql(STATE)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> State.of(row.getString("state")).orElseThrow())
        .optional();
  }

  /// One page, newest first.
  public Page<Verification> page(TenantId tenant, VerificationFilter filter) {
    return Page.of(
        jdbc.sql(PAGE)
            .param("tenant", tenant.value())
            .param("before", before(filter))
            .param("since", filter.since().map(Ids::lowest).orElse(LOWEST))
            .param("state", filter.state().map(State::text).orElse(null))
            .param("purpose", filter.purpose().map(Purpose::text).orElse(null))
            .param("indexes", filter.to().map(to -> indexes(tenant, to)).orElse(null))
            .param("now", SqlTime.of(clock.instant()))
            .param("rows", filter.size() + 1)
            .query((row, _) -> reader.verification(row))
            .list(),
        filter.size(),
        Verification::id);
  }

  private static UUID before(VerificationFilter filter) {
    UUID until = filter.until().map(Ids::lowest).orElse(HIGHEST);
    return filter.after().map(Cursor::last).filter(last -> less(last, until)).orElse(until);
  }

  /// In the order of the database, which compares the bytes.
  private static boolean less(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high < 0
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
  }

  private SqlArrayValue indexes(TenantId tenant, String to) {
    return new SqlArrayValue(
        "bytea",
        vault.candidates(HashUse.ADDRESS, tenant, to.getBytes(UTF_8)).toArray(byte[][]::new));
  }
}
