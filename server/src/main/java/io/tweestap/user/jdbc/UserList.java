package io.tweestap.user.jdbc;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
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
}
