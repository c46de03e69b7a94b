package io.tweestap.tenant;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of table `tenant`. Test numbers stand in a table of their own ([TestNumbers]).
@Repository
class TenantRows {
  private static final String INSERT =
      """
      INSERT INTO tenant (tenant_id, name, country, allowed_countries, sender_name, login_host,
          locale, time_zone, support_contact, long_lived_codes, disconnect_needs_approval, webauthn,
          limits, created_at)
      VALUES (:tenant, :name, :country, :allowed, :sender, :host,
          :locale, :zone, :contact, :long_lived, :needs_approval, CAST(:webauthn AS jsonb),
          CAST(:limits AS jsonb), :now)
      ON CONFLICT (tenant_id) DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE tenant
      SET name = :name, country = :country, allowed_countries = :allowed, sender_name = :sender,
          login_host = :host, locale = :locale, time_zone = :zone, support_contact = :contact,
          long_lived_codes = :long_lived, disconnect_needs_approval = :needs_approval,
          webauthn = CAST(:webauthn AS jsonb), limits = CAST(:limits AS jsonb),
          settings_version = settings_version + 1
      WHERE tenant_id = :tenant
        AND settings_version = :version
      """;

  private static final String FIND =
      """
      SELECT tenant_id, name, country, allowed_countries, sender_name, login_host, locale,
          time_zone, support_contact, long_lived_codes, disconnect_needs_approval, webauthn,
          limits, settings_version
      FROM tenant
      WHERE tenant_id = :tenant
      """;

  /// The operator's list; the one statement that looks at every tenant.
  private static final String LIST_ACROSS_TENANTS =
      """
      SELECT tenant_id, name, country, allowed_countries, sender_name, login_host, locale,
          time_zone, support_contact, long_lived_codes, disconnect_needs_approval, webauthn,
          limits, settings_version
      FROM tenant
      ORDER BY name, tenant_id
      """;

  private static final TypeReference<Map<String, Integer>> LIMITS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.shared();

  TenantRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A tenant and the number of the change that made it so.
  record Versioned(Tenant tenant, long version) {}

  Optional<Versioned> find(TenantId tenant) {
    return jdbc.sql(FIND).param("tenant", tenant.value()).query(this::row).optional();
  }

  List<Tenant> list() {
    return jdbc.sql(LIST_ACROSS_TENANTS).query(this::row).list().stream()
        .map(Versioned::tenant)
        .toList();
  }

  /// Whether the row was made; not when the id exists.
  boolean insert(Tenant tenant) {
    return bound(INSERT, tenant.id(), tenant).param("now", SqlTime.of(clock.instant())).update()
        == 1;
  }

  /// Whether the row was still at the version and now is as given.
  boolean update(TenantId id, Tenant tenant, long version) {
    return bound(UPDATE, id, tenant).param("version", version).update() == 1;
  }

  private JdbcClient.StatementSpec bound(String sql, TenantId id, Tenant tenant) {
    TenantSettings settings = tenant.settings();
    return jdbc.sql(sql)
        .param("tenant", id.value())
        .param("name", tenant.name())
        .param("country", settings.country())
        .param("allowed", settings.allowedCountries().stream().sorted().toArray(String[]::new))
        .param("sender", settings.senderName())
        .param("host", settings.loginHost())
        .param("locale", settings.locale().getLanguage())
        .param("zone", settings.zone().getId())
        .param("contact", settings.supportContact())
        .param("long_lived", settings.longLivedCodes())
        .param("needs_approval", settings.disconnectNeedsApproval())
        .param("webauthn", WebAuthnJson.write(settings.webauthn()))
        .param("limits", json.writeValueAsString(settings.limits()));
  }

  private Versioned row(ResultSet row, int index) throws SQLException {
    TenantId id = new TenantId(row.getObject("tenant_id", UUID.class));
    TenantSettings settings =
        new TenantSettings(
            row.getString("country"),
            strings(row.getArray("allowed_countries")),
            row.getString("sender_name"),
            row.getString("login_host"),
            Locale.of(row.getString("locale")),
            ZoneId.of(row.getString("time_zone")),
            row.getString("support_contact"),
            row.getBoolean("long_lived_codes"),
            row.getBoolean("disconnect_needs_approval"),
            WebAuthnJson.read(row.getString("webauthn")),
            json.readValue(row.getString("limits"), LIMITS),
            Map.of());
    return new Versioned(
        new Tenant(id, row.getString("name"), settings), row.getLong("settings_version"));
  }

  private static Set<String> strings(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
