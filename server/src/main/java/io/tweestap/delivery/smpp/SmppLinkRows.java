package io.tweestap.delivery.smpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The links of the database. Their passwords are sealed.
@Repository
class SmppLinkRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String INSERT =
      """
      INSERT INTO smpp_link
        (tenant_id, id, name, settings, key_id, password_sealed, version, active, created_at)
      VALUES
        (:tenant, :id, :name, :settings::jsonb, :key_id, :password, 1, :active, :now)
      ON CONFLICT (name) DO NOTHING
      """;

  private static final String LIST =
      """
      SELECT tenant_id, id, name, settings, version, active, created_at
      FROM smpp_link
      WHERE tenant_id = :tenant
      ORDER BY name
      """;

  private static final String FIND =
      """
      SELECT tenant_id, id, name, settings, version, active, created_at
      FROM smpp_link
      WHERE tenant_id = :tenant
        AND name = :name
      """;

  /// Only when it is still as the one who changes it saw it.
  private static final String UPDATE =
      """
      UPDATE smpp_link
      SET settings = :settings::jsonb,
        active = :active,
        version = version + :step,
        key_id = coalesce(:key_id, key_id),
        password_sealed = coalesce(:password, password_sealed)
      WHERE tenant_id = :tenant
        AND id = :id
        AND version = :seen
      """;

  private static final String DELETE =
      """
      DELETE FROM smpp_link
      WHERE tenant_id = :tenant
        AND name = :name
      """;

  private static final String ALL_ACROSS_TENANTS =
      """
      SELECT tenant_id, id, name, settings, version, active, created_at
      FROM smpp_link
      """;

  private static final String PASSWORD =
      """
      SELECT password_sealed
      FROM smpp_link
      WHERE tenant_id = :tenant
        AND id = :id
        AND version = :version
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  SmppLinkRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// @return whether the name was free
  boolean insert(StoredLink link, String password) {
    Sealed sealed = seal(link, password);
    return jdbc.sql(INSERT)
            .param("tenant", link.tenant().value())
            .param("id", link.id())
            .param("name", link.name())
            .param("settings", json(link))
            .param("key_id", sealed.keyId())
            .param("password", sealed.bytes())
            .param("active", link.active())
            .param("now", SqlTime.of(link.createdAt()))
            .update()
        == 1;
  }

  List<StoredLink> list(TenantId tenant) {
    return jdbc.sql(LIST).param("tenant", tenant.value()).query((row, _) -> link(row)).list();
  }

  Optional<StoredLink> find(TenantId tenant, String name) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("name", name)
        .query((row, _) -> link(row))
        .optional();
  }

  /// @param seen the version that the change was made from
  /// @param password the new one; null when it stays
  /// @return whether nobody else was faster
  boolean update(StoredLink link, int seen, @Nullable String password) {
    @Nullable Sealed sealed = password == null ? null : seal(link, password);
    return jdbc.sql(UPDATE)
            .param("tenant", link.tenant().value())
            .param("id", link.id())
            .param("settings", json(link))
            .param("active", link.active())
            .param("step", link.version() - seen)
            .param("seen", seen)
            .param("key_id", sealed == null ? null : sealed.keyId(), Types.INTEGER)
            .param("password", sealed == null ? null : sealed.bytes(), Types.BINARY)
            .update()
        == 1;
  }

  boolean delete(TenantId tenant, String name) {
    return jdbc.sql(DELETE).param("tenant", tenant.value()).param("name", name).update() == 1;
  }

  List<StoredLink> all() {
    return jdbc.sql(ALL_ACROSS_TENANTS).query((row, _) -> link(row)).list();
  }

  /// The password that belongs to this version; empty when the link has changed.
  Optional<String> password(StoredLink link) {
    return jdbc.sql(PASSWORD)
        .param("tenant", link.tenant().value())
        .param("id", link.id())
        .param("version", link.version())
        .query((row, _) -> row.getBytes("password_sealed"))
        .optional()
        .map(sealed -> new String(vault.open(place(link), sealed), UTF_8));
  }

  private Sealed seal(StoredLink link, String password) {
    return vault.seal(place(link), password.getBytes(UTF_8));
  }

  private static Place place(StoredLink link) {
    return new Place(link.tenant(), "smpp_link", "password_sealed", link.id());
  }

  private static String json(StoredLink link) {
    return JSON.writeValueAsString(LinkFields.of(link.settings()));
  }

  private static StoredLink link(ResultSet row) throws SQLException {
    LinkFields fields = JSON.readValue(row.getString("settings"), LinkFields.class);
    Instant created = SqlTime.read(row, "created_at");
    return new StoredLink(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("id", UUID.class),
        fields.over(LinkSettings.usual(row.getString("name"))),
        row.getInt("version"),
        row.getBoolean("active"),
        created);
  }
}
