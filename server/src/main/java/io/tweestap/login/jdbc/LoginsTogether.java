package io.tweestap.login.jdbc;

import static java.util.stream.Collectors.toMap;

import io.tweestap.login.Login;
import io.tweestap.shared.ReadTogether;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Logins read for answers: many at once in busy hours, and each by its id.
@Repository
public class LoginsTogether {
  private static final String FIND_ALL =
      """
      SELECT login.tenant_id, login.id, user_id, subject, state, purpose, application, plan, ip,
        place, user_agent, locale, details_sealed, browser_id, answers_wrong, answers_max,
        challenges, proof_id, proof_address, proof_kind, proven_at, factor_id, factor_kind,
        factor_at, factor_amr, factor_strength, enrolling, amr, acr, created_at, expires_at,
        finished_at, session_ends_at, session_idle_seconds
      FROM unnest(:tenants, :ids) AS asked (tenant_id, id)
      JOIN login ON login.tenant_id = asked.tenant_id AND login.id = asked.id
      """;

  private final JdbcClient jdbc;
  private final LoginReader reader;
  private final ReadTogether<Key, Login> together = new ReadTogether<>(this::findAll);

  LoginsTogether(JdbcClient jdbc, LoginReader reader) {
    this.jdbc = jdbc;
    this.reader = reader;
  }

  private record Key(TenantId tenant, UUID id) {}

  /// Reads a login of the tenant.
  public Optional<Login> find(TenantId tenant, UUID id) {
    return together.find(new Key(tenant, id));
  }

  private Map<Key, Login> findAll(List<Key> keys) {
    return jdbc
        .sql(FIND_ALL)
        .param("tenants", uuids(keys.stream().map(key -> key.tenant().value()).toArray()))
        .param("ids", uuids(keys.stream().map(Key::id).toArray()))
        .query((row, _) -> {
          TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
          return Map.entry(
              new Key(tenant, row.getObject("id", UUID.class)), reader.read(tenant, row));
        })
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static SqlArrayValue uuids(Object[] all) {
    return new SqlArrayValue("uuid", all);
  }
}
