package io.tweestap.factor.token.jdbc;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.jdbc.ParametersJson;
import io.tweestap.factor.token.HardwareToken;
import io.tweestap.factor.token.TokenFilter;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `hardware_token`: written in portions, read, listed.
@Repository
public class TokenRows {
  private static final String INSERT =
      """
      INSERT INTO hardware_token
        (tenant_id, id, serial, kind, key_id, seed_sealed, parameters, moving, batch, added_at)
      SELECT :tenant, new.id, new.serial, new.kind, new.key_id, new.seed,
        CAST(new.parameters AS jsonb), new.moving, :batch, :now
      FROM unnest(:ids, :serials, :kinds, :key_ids, :seeds, :parameters, :movings)
        AS new (id, serial, kind, key_id, seed, parameters, moving)
      ORDER BY new.serial, new.kind
      ON CONFLICT (tenant_id, serial, kind) DO NOTHING
      RETURNING id
      """;

  private static final String WITH_SERIALS =
      """
      SELECT id, serial, kind, key_id, seed_sealed, parameters, moving, drift, batch, added_at,
        user_id, factor_id, held_until, retired_at
      FROM hardware_token
      WHERE tenant_id = :tenant
        AND serial = ANY(:serials)
      """;

  private static final String FIND =
      """
      SELECT id, serial, kind, key_id, seed_sealed, parameters, moving, drift, batch, added_at,
        user_id, factor_id, held_until, retired_at
      FROM hardware_token
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String PAGE =
      """
      SELECT id, serial, kind, key_id, seed_sealed, parameters, moving, drift, batch, added_at,
        user_id, factor_id, held_until, retired_at
      FROM hardware_token
      WHERE tenant_id = :tenant
        AND (CAST(:before AS uuid) IS NULL OR id < :before)
        AND (CAST(:kind AS text) IS NULL OR kind = :kind)
        AND (CAST(:batch AS text) IS NULL OR batch = :batch)
        AND (CAST(:serial AS text) IS NULL OR starts_with(serial, :serial))
        AND (CAST(:place AS text) IS NULL OR :place = CASE
          WHEN retired_at IS NOT NULL THEN 'retired'
          WHEN factor_id IS NULL OR held_until <= :now THEN 'in_stock'
          WHEN held_until IS NOT NULL THEN 'held'
          ELSE 'assigned'
        END)
      ORDER BY id DESC
      LIMIT :limit
      """;

  private final JdbcClient jdbc;

  TokenRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes those whose serial number and kind are new.
  ///
  /// @return the ids of these
  public List<UUID> insert(
      TenantId tenant, List<NewToken> tokens, Optional<String> batch, Instant now) {
    return jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("batch", batch.orElse(null))
        .param("now", SqlTime.of(now))
        .param("ids", array("uuid", tokens.stream().map(NewToken::id).toArray()))
        .param("serials", array("text", tokens.stream().map(t -> t.file().serial()).toArray()))
        .param("kinds", array("text", tokens.stream().map(t -> t.file().kind().text()).toArray()))
        .param("key_ids", array("int4", tokens.stream().map(t -> t.seed().keyId()).toArray()))
        .param(
            "seeds",
            array("bytea", tokens.stream().map(t -> t.seed().bytes()).toArray(byte[][]::new)))
        .param(
            "parameters",
            array(
                "text",
                tokens.stream().map(t -> ParametersJson.write(t.file().parameters())).toArray()))
        .param("movings", array("int8", tokens.stream().map(t -> t.file().moving()).toArray()))
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  private static SqlArrayValue array(String type, Object[] values) {
    return new SqlArrayValue(type, values);
  }

  /// All tokens with one of these serial numbers.
  public List<StoredToken> withSerials(TenantId tenant, Collection<String> serials) {
    return jdbc.sql(WITH_SERIALS)
        .param("tenant", tenant.value())
        .param("serials", array("text", serials.toArray()))
        .query(StoredToken::read)
        .list();
  }

  public Optional<StoredToken> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(StoredToken::read)
        .optional();
  }

  public Optional<StoredToken> find(TenantId tenant, FactorKind kind, String serial) {
    return withSerials(tenant, List.of(serial)).stream()
        .filter(stored -> stored.token().kind() == kind)
        .findFirst();
  }

  /// One page, newest first.
  public Page<HardwareToken> page(TenantId tenant, TokenFilter filter, Instant now) {
    List<HardwareToken> found =
        jdbc
            .sql(PAGE)
            .param("tenant", tenant.value())
            .param("before", filter.cursor().map(Cursor::last).orElse(null))
            .param("kind", filter.kind().map(FactorKind::text).orElse(null))
            .param("batch", filter.batch().orElse(null))
            .param("serial", filter.serial().orElse(null))
            .param("place", filter.where().map(HardwareToken.Where::text).orElse(null))
            .param("now", SqlTime.of(now))
            .param("limit", filter.size() + 1)
            .query(StoredToken::read)
            .list()
            .stream()
            .map(StoredToken::token)
            .toList();
    return Page.of(found, filter.size(), HardwareToken::id);
  }
}
