package io.tweestap.factor.jdbc;

import io.tweestap.factor.FactorKind;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// What many users have at once, for reports.
@Repository
public class FactorCensus {
  private static final String KINDS_IN_USE =
      """
      SELECT DISTINCT user_id, kind
      FROM factor
      WHERE tenant_id = :tenant
        AND user_id = ANY(:users)
        AND state = 'active'
        AND (expires_at IS NULL OR expires_at > :now)
      """;

  private static final String WITH_DEVICE_BOUND_KEY =
      """
      SELECT DISTINCT user_id
      FROM factor
      WHERE tenant_id = :tenant
        AND user_id = ANY(:users)
        AND kind = 'webauthn'
        AND state = 'active'
        AND (expires_at IS NULL OR expires_at > :now)
        AND parameters ->> 'synced' IS DISTINCT FROM 'true'
      """;

  private final JdbcClient jdbc;

  FactorCensus(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Of which kinds each of these users has a factor in use; who has none is left out.
  public Map<UserId, Set<FactorKind>> kindsInUse(TenantId tenant, List<UserId> users, Instant now) {
    Map<UserId, Set<FactorKind>> kinds = new HashMap<>();
    jdbc.sql(KINDS_IN_USE)
        .param("tenant", tenant.value())
        .param("users", new SqlArrayValue("uuid", users.stream().map(UserId::value).toArray()))
        .param("now", SqlTime.of(now))
        .query((row, _) ->
            Map.entry(
                new UserId(row.getObject("user_id", UUID.class)),
                FactorKind.of(row.getString("kind")).orElseThrow()))
        .list()
        .forEach(one ->
            kinds
                .computeIfAbsent(one.getKey(), _ -> EnumSet.noneOf(FactorKind.class))
                .add(one.getValue()));
    return kinds;
  }

  /// Who of these users has a security key in use that its maker does not copy to other devices.
  public Set<UserId> withDeviceBoundKey(TenantId tenant, List<UserId> users, Instant now) {
    return Set.copyOf(
        jdbc.sql(WITH_DEVICE_BOUND_KEY)
            .param("tenant", tenant.value())
            .param("users", new SqlArrayValue("uuid", users.stream().map(UserId::value).toArray()))
            .param("now", SqlTime.of(now))
            .query((row, _) -> new UserId(row.getObject("user_id", UUID.class)))
            .list());
  }
}
