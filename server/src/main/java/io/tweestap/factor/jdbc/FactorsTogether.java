package io.tweestap.factor.jdbc;

import static java.util.stream.Collectors.toMap;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.ReadTogether;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Factors read to compare an answer with them: many at once in busy hours, and each by its id.
@Repository
public class FactorsTogether {
  private static final String FIND_ALL =
      """
      SELECT factor.tenant_id, factor.id, factor.user_id, kind, state, name, source, secret_sealed,
        parameters, moving, drift, attempts, failures, slowed_until, pending_until, bound_at,
        last_used_at, expires_at
      FROM unnest(:tenants, :users, :ids) AS asked (tenant_id, user_id, id)
      JOIN factor
        ON factor.tenant_id = asked.tenant_id
          AND factor.user_id = asked.user_id
          AND factor.id = asked.id
      WHERE state <> 'removed'
      """;

  private final JdbcClient jdbc;
  private final ReadTogether<Key, StoredFactor> together = new ReadTogether<>(this::findAll);

  FactorsTogether(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Key(TenantId tenant, UserId user, FactorId id) {}

  /// A factor of this user that is not removed.
  public Optional<StoredFactor> find(TenantId tenant, UserId user, FactorId id) {
    return together.find(new Key(tenant, user, id));
  }

  private Map<Key, StoredFactor> findAll(List<Key> keys) {
    return jdbc
        .sql(FIND_ALL)
        .param("tenants", uuids(keys, key -> key.tenant().value()))
        .param("users", uuids(keys, key -> key.user().value()))
        .param("ids", uuids(keys, key -> key.id().value()))
        .query((row, index) -> {
          StoredFactor factor = FactorReader.read(row, index);
          TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
          return Map.entry(new Key(tenant, factor.bond().user(), factor.bond().id()), factor);
        })
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static SqlArrayValue uuids(List<Key> keys, Function<Key, UUID> of) {
    return new SqlArrayValue("uuid", keys.stream().map(of).toArray());
  }
}
