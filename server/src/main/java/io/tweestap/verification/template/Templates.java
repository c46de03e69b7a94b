package io.tweestap.verification.template;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The texts that a tenant wrote for its codes.
@Service
public class Templates {
  /// How many templates a tenant may have.
  public static final int TEMPLATES_MAX = 100;

  private static final String FIND =
      """
      SELECT body
      FROM message_template
      WHERE tenant_id = :tenant
        AND name = :name
        AND locale = :locale
      """;

  private static final String LIST =
      """
      SELECT name, locale, body, updated_at
      FROM message_template
      WHERE tenant_id = :tenant
        AND (CAST(:name AS text) IS NULL OR name = :name)
      ORDER BY name, locale
      """;

  private static final String COUNT_OTHERS =
      """
      SELECT count(DISTINCT name)
      FROM message_template
      WHERE tenant_id = :tenant
        AND name <> :name
      """;

  private static final String DELETE =
      """
      DELETE FROM message_template
      WHERE tenant_id = :tenant
        AND name = :name
      """;

  private static final String INSERT =
      """
      INSERT INTO message_template (tenant_id, name, locale, body, updated_at)
      VALUES (:tenant, :name, :locale, :body, :now)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final Clock clock;

  Templates(JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /// The text of a template in a language; empty where there is none.
  public Optional<String> text(TenantId tenant, String name, Locale locale) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("name", name)
        .param("locale", locale.getLanguage())
        .query((row, _) -> row.getString("body"))
        .optional();
  }

  /// All templates of the tenant, by name.
  public List<Template> list(TenantId tenant) {
    return read(tenant, Optional.empty());
  }

  /// One template of the tenant.
  public Optional<Template> find(TenantId tenant, String name) {
    return read(tenant, Optional.of(name)).stream().findFirst();
  }

  /// Puts a template in the place of the one with its name, if there is one.
  ///
  /// @param texts in languages of the built-in texts, each without a fault by [TemplateRules]
  /// @return false, and nothing is changed, when the tenant has as many as it may have
  public boolean put(TenantId tenant, String name, Map<Locale, String> texts) {
    return transaction.execute(_ -> {
      if (others(tenant, name) >= TEMPLATES_MAX) {
        return false;
      }
      deleteRows(tenant, name);
      texts.forEach((locale, body) -> insert(tenant, name, locale, body));
      audit.recordDone(tenant, AuditAction.TEMPLATE_SET, Map.of("template", name));
      return true;
    });
  }

  /// @return whether there was one
  public boolean delete(TenantId tenant, String name) {
    return transaction.execute(_ -> {
      boolean deleted = deleteRows(tenant, name);
      if (deleted) {
        audit.recordDone(tenant, AuditAction.TEMPLATE_REMOVED, Map.of("template", name));
      }
      return deleted;
    });
  }

  private boolean deleteRows(TenantId tenant, String name) {
    return jdbc.sql(DELETE).param("tenant", tenant.value()).param("name", name).update() > 0;
  }

  private long others(TenantId tenant, String name) {
    return jdbc.sql(COUNT_OTHERS)
        .param("tenant", tenant.value())
        .param("name", name)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private void insert(TenantId tenant, String name, Locale locale, String body) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("name", name)
        .param("locale", locale.getLanguage())
        .param("body", body)
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  private List<Template> read(TenantId tenant, Optional<String> name) {
    List<Row> rows =
        jdbc.sql(LIST)
            .param("tenant", tenant.value())
            .param("name", name.orElse(null))
            .query((row, _) ->
                new Row(
                    row.getString("name"),
                    Locale.of(row.getString("locale")),
                    row.getString("body"),
                    SqlTime.read(row, "updated_at")))
            .list();
    return together(rows);
  }

  private static List<Template> together(List<Row> rows) {
    List<Template> templates = new ArrayList<>();
    Map<Locale, String> texts = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      texts.put(row.locale(), row.body());
      boolean last = i + 1 == rows.size() || !rows.get(i + 1).name().equals(row.name());
      if (last) {
        templates.add(new Template(row.name(), texts, row.updatedAt()));
        texts.clear();
      }
    }
    return templates;
  }

  private record Row(String name, Locale locale, String body, Instant updatedAt) {}
}
