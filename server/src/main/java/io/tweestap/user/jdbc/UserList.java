package io.tweestap.user.jdbc;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserChanges;
import io.tweestap.user.UserFilter;
import io.tweestap.user.UserState;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Users to look at.
@Repository
public class UserList {
  /// A condition that is null holds always.
  private static final String PAGE =
      """
      SELECT id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym, created_at,
        updated_at
      FROM app_user
      WHERE tenant_id = :tenant
        AND id < :before
        AND (CAST(:state AS text) IS NULL OR state = :state)
        AND (CAST(:group AS text) IS NULL OR groups @> ARRAY[CAST(:group AS text)])
      ORDER BY id DESC
      LIMIT :rows
      """;

  /// Found by two indexes first: in the order of ids all users would be read.
  private static final String CHANGED =
      """
      WITH found AS MATERIALIZED (
        SELECT id FROM app_user WHERE tenant_id = :tenant AND updated_at >= :since
        UNION
        SELECT id FROM app_user WHERE tenant_id = :tenant AND deadline BETWEEN :first AND :last
      )
      SELECT id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym, created_at,
        updated_at
      FROM app_user
      WHERE tenant_id = :tenant
        AND id IN (SELECT id FROM found)
        AND id < :before
        AND state = 'active'
      ORDER BY id DESC
      LIMIT :rows
      """;

  private static final UUID HIGHEST = new UUID(-1, -1);

  private final JdbcClient jdbc;

  UserList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One page, newest first.
  public Page<StoredUser> page(TenantId tenant, UserFilter filter) {
    return Page.of(
        jdbc.sql(PAGE)
            .param("tenant", tenant.value())
            .param("before", filter.after().map(Cursor::last).orElse(HIGHEST))
            .param("state", filter.state().map(UserState::text).orElse(null))
            .param("group", filter.group().orElse(null))
            .param("rows", filter.size() + 1)
            .query((row, _) -> StoredUser.read(row))
            .list(),
        filter.size(),
        user -> user.id().value());
  }

  /// One page of active users who changed or whose own deadline is near, newest first.
  public Page<StoredUser> page(TenantId tenant, UserChanges changes) {
    return Page.of(
        jdbc.sql(CHANGED)
            .param("tenant", tenant.value())
            .param("since", SqlTime.of(changes.since()))
            .param("first", changes.first())
            .param("last", changes.last())
            .param("before", changes.after().map(Cursor::last).orElse(HIGHEST))
            .param("rows", changes.size() + 1)
            .query((row, _) -> StoredUser.read(row))
            .list(),
        changes.size(),
        user -> user.id().value());
  }
}
