package io.tweestap.user.jdbc;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// One user at a time: found, and changed by conditional statements.
@Repository
public class UserRows {
  private static final String FIND_BY_REF =
      """
      SELECT id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym, created_at,
        updated_at
      FROM app_user
      WHERE tenant_id = :tenant
        AND ref = :ref
      """;

  private static final String FIND_BY_ID =
      """
      SELECT id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym, created_at,
        updated_at
      FROM app_user
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String MOVE_STATE =
      """
      UPDATE app_user
      SET state = :state, updated_at = :now
      WHERE tenant_id = :tenant
        AND ref = :ref
        AND state = ANY(:from)
      RETURNING id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym,
        created_at, updated_at
      """;

  private static final String MOVE_DEADLINE =
      """
      UPDATE app_user
      SET deadline = :deadline, updated_at = :now
      WHERE tenant_id = :tenant
        AND ref = :ref
        AND state <> 'closed'
      RETURNING id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym,
        created_at, updated_at
      """;

  private static final String USE_SKIP =
      """
      UPDATE app_user
      SET skips_used = skips_used + 1
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'active'
        AND skips_used < :max
      """;

  /// Holds the row, so that nobody adds anything to a user on the way out.
  private static final String LOCK =
      """
      SELECT id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym, created_at,
        updated_at
      FROM app_user
      WHERE tenant_id = :tenant
        AND ref = :ref
      FOR UPDATE
      """;

  private static final String DELETE =
      """
      DELETE FROM app_user
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private final JdbcClient jdbc;

  UserRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A user by the application's reference: one look-up in one index.
  public Optional<StoredUser> find(TenantId tenant, UserRef ref) {
    return one(FIND_BY_REF, tenant, ref);
  }

  /// A user by id.
  public Optional<StoredUser> find(TenantId tenant, UserId user) {
    return jdbc.sql(FIND_BY_ID)
        .param("tenant", tenant.value())
        .param("id", user.value())
        .query((row, _) -> StoredUser.read(row))
        .optional();
  }

  /// A user whose row is held until the transaction ends.
  public Optional<StoredUser> lock(TenantId tenant, UserRef ref) {
    return one(LOCK, tenant, ref);
  }

  private Optional<StoredUser> one(String sql, TenantId tenant, UserRef ref) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("ref", ref.value())
        .query((row, _) -> StoredUser.read(row))
        .optional();
  }

  /// Changes the state, only from one of those given.
  ///
  /// @return the user afterwards; empty when there is none in such a state
  public Optional<StoredUser> move(
      TenantId tenant, UserRef ref, Set<UserState> from, UserState to, Instant now) {
    return jdbc.sql(MOVE_STATE)
        .param("tenant", tenant.value())
        .param("ref", ref.value())
        .param("state", to.text())
        .param("from", texts(from))
        .param("now", SqlTime.of(now))
        .query((row, _) -> StoredUser.read(row))
        .optional();
  }

  private static String[] texts(Collection<UserState> states) {
    return states.stream().map(UserState::text).toArray(String[]::new);
  }

  /// Sets or takes away the day from which the user must have a second factor.
  ///
  /// @return the user afterwards; empty when there is none, or it is closed
  public Optional<StoredUser> moveDeadline(
      TenantId tenant, UserRef ref, Optional<LocalDate> deadline, Instant now) {
    return jdbc.sql(MOVE_DEADLINE)
        .param("tenant", tenant.value())
        .param("ref", ref.value())
        .param("deadline", deadline.orElse(null))
        .param("now", SqlTime.of(now))
        .query((row, _) -> StoredUser.read(row))
        .optional();
  }

  /// Counts one more skip, if there is one left.
  public boolean useSkip(TenantId tenant, UserId user, int max) {
    return jdbc.sql(USE_SKIP)
            .param("tenant", tenant.value())
            .param("id", user.value())
            .param("max", max)
            .update()
        == 1;
  }

  /// Deletes the user and the addresses.
  public void delete(TenantId tenant, UUID id) {
    jdbc.sql(DELETE).param("tenant", tenant.value()).param("id", id).update();
  }
}
