package io.tweestap.tenant;

import io.tweestap.shared.TenantId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of table `tenant_pages`; a tenant that chose nothing has none.
@Repository
class PageSettingsRows {
  private static final String FIND =
      """
      SELECT accent, help_texts, return_urls, logo_version
      FROM tenant_pages
      WHERE tenant_id = :tenant
      """;

  private static final String LOGO =
      """
      SELECT logo_type, logo
      FROM tenant_pages
      WHERE tenant_id = :tenant
        AND logo IS NOT NULL
      """;

  private static final String CHANGE =
      """
      INSERT INTO tenant_pages AS kept
        (tenant_id, accent, help_texts, return_urls, logo_type, logo, logo_version)
      VALUES
        (:tenant, :accent, CAST(:help AS jsonb), :urls, :logo_type, :logo, :logo_version)
      ON CONFLICT (tenant_id) DO UPDATE
      SET accent = CASE WHEN :has_accent THEN excluded.accent ELSE kept.accent END,
        help_texts = CASE WHEN :has_help THEN excluded.help_texts ELSE kept.help_texts END,
        return_urls = CASE WHEN :has_urls THEN excluded.return_urls ELSE kept.return_urls END,
        logo_type = CASE WHEN :has_logo THEN excluded.logo_type ELSE kept.logo_type END,
        logo = CASE WHEN :has_logo THEN excluded.logo ELSE kept.logo END,
        logo_version = CASE WHEN :has_logo THEN excluded.logo_version ELSE kept.logo_version END
      """;

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();

  PageSettingsRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PageSettings> find(TenantId tenant) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .query((row, _) -> settings(row))
        .optional();
  }

  private PageSettings settings(ResultSet row) throws SQLException {
    return new PageSettings(
        Optional.ofNullable(row.getString("accent")).flatMap(AccentColor::of),
        json.readValue(row.getString("help_texts"), TEXTS),
        texts(row.getArray("return_urls")),
        Optional.ofNullable(row.getString("logo_version")));
  }

  Optional<Logo> logo(TenantId tenant) {
    return jdbc.sql(LOGO)
        .param("tenant", tenant.value())
        .query((row, _) -> new Logo(row.getString("logo_type"), row.getBytes("logo")))
        .optional();
  }

  void change(TenantId tenant, PageSettings.Change change) {
    Optional<Logo> logo = change.logo().flatMap(given -> given);
    jdbc.sql(CHANGE)
        .param("tenant", tenant.value())
        .param("has_accent", change.accent().isPresent())
        .param(
            "accent", change.accent().flatMap(given -> given).map(AccentColor::text).orElse(null))
        .param("has_help", change.helpTexts().isPresent())
        .param("help", json.writeValueAsString(change.helpTexts().orElse(Map.of())))
        .param("has_urls", change.returnUrls().isPresent())
        .param("urls", change.returnUrls().orElse(List.of()).toArray(String[]::new))
        .param("has_logo", change.logo().isPresent())
        .param("logo_type", logo.map(Logo::type).orElse(null))
        .param("logo", logo.map(Logo::bytes).orElse(null))
        .param("logo_version", logo.map(Logo::version).orElse(null))
        .update();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
