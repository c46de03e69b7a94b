package io.tweestap.tenant;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of table `tenant`.
@Repository
class TenantRows {
  private static final String INSERT =
      """
      INSERT INTO tenant (tenant_id, name, country, allowed_countries, sender_name, login_host,
          locale, long_lived_codes, limits, test_numbers, test_numbers_key_id, created_at)
      VALUES (:tenant, :name, :country, :allowed, :sender, :host,
          :locale, :long_lived, CAST(:limits AS jsonb), :test_numbers, :key, :now)
      ON CONFLICT (tenant_id) DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE tenant
      SET name = :name, country = :country, allowed_countries = :allowed, sender_name = :sender,
          login_host = :host, locale = :locale, long_lived_codes = :long_lived,
          limits = CAST(:limits AS jsonb), test_numbers = :test_numbers,
          test_numbers_key_id = :key, settings_version = settings_version + 1
      WHERE tenant_id = :tenant
        AND settings_version = :version
      """;

  private static final String FIND =
      """
      SELECT tenant_id, name, country, allowed_countries, sender_name, login_host, locale,
          long_lived_codes, limits, test_numbers, settings_version
      FROM tenant
      WHERE tenant_id = :tenant
      """;

  /// The operator's list; the one statement that looks at every tenant.
  private static final String LIST =
      """
      SELECT tenant_id, name, country, allowed_countries, sender_name, login_host, locale,
          long_lived_codes, limits, test_numbers, settings_version
      FROM tenant
      ORDER BY name, tenant_id
      """;

  private static final TypeReference<Map<String, Integer>> LIMITS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> NUMBERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.shared();

  TenantRows(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /// A tenant and the number of the change that made it so.
  record Versioned(Tenant tenant, long version) {}

  Optional<Versioned> find(TenantId tenant) {
    return jdbc.sql(FIND).param("tenant", tenant.value()).query(this::row).optional();
  }

  List<Tenant> list() {
    return jdbc.sql(LIST).query(this::row).list().stream().map(Versioned::tenant).toList();
  }

  /// Whether the row was made; not when the id exists.
  boolean insert(Tenant tenant) {
    return bound(INSERT, tenant.id(), tenant)
            .param("now", SqlTime.of(clock.instant()))
            .update()
        == 1;
  }

  /// Whether the row was still at the version and now is as given.
  boolean update(TenantId id, Tenant tenant, long version) {
    return bound(UPDATE, id, tenant).param("version", version).update() == 1;
  }

  private JdbcClient.StatementSpec bound(String sql, TenantId id, Tenant tenant) {
    TenantSettings settings = tenant.settings();
    @Nullable Sealed numbers = sealed(id, settings.testNumbers());
    return jdbc.sql(sql)
        .param("tenant", id.value())
        .param("name", tenant.name())
        .param("country", settings.country())
        .param("allowed", settings.allowedCountries().stream().sorted().toArray(String[]::new))
        .param("sender", settings.senderName())
        .param("host", settings.loginHost())
        .param("locale", settings.locale().getLanguage())
        .param("long_lived", settings.longLivedCodes())
        .param("limits", json.writeValueAsString(settings.limits()))
        .param("test_numbers", numbers == null ? null : numbers.bytes(), Types.BINARY)
        .param("key", numbers == null ? null : numbers.keyId(), Types.INTEGER);
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
            row.getBoolean("long_lived_codes"),
            json.readValue(row.getString("limits"), LIMITS),
            opened(id, row.getBytes("test_numbers")));
    return new Versioned(
        new Tenant(id, row.getString("name"), settings), row.getLong("settings_version"));
  }

  private @Nullable Sealed sealed(TenantId id, Map<String, String> testNumbers) {
    return testNumbers.isEmpty()
        ? null
        : vault.seal(
            testNumbersOf(id),
            json.writeValueAsString(testNumbers).getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> opened(TenantId id, byte @Nullable [] sealed) {
    return sealed == null
        ? Map.of()
        : json.readValue(vault.open(testNumbersOf(id), sealed), NUMBERS);
  }

  private static Place testNumbersOf(TenantId id) {
    return new Place(id, "tenant", "test_numbers", id.value());
  }

  private static Set<String> strings(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
