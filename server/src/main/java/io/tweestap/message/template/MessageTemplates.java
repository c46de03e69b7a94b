package io.tweestap.message.template;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The texts that a tenant keeps for its own messages. Those for codes are another matter: they
/// must hold the code.
@Service
public class MessageTemplates {
  /// How many templates a tenant may have.
  public static final int TEMPLATES_MAX = 500;

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final String READ =
      """
      SELECT name, variables, texts, updated_at
      FROM text_template
      WHERE tenant_id = :tenant
        AND (CAST(:name AS text) IS NULL OR name = :name)
      ORDER BY name
      """;

  /// Changes of one tenant's templates wait for each other, so that two new ones cannot both be the
  /// last that fits.
  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('text_template ' || :key, 0)) IS NULL
      """;

  private static final String PUT =
      """
      INSERT INTO text_template AS kept (tenant_id, name, variables, texts, updated_at)
      SELECT :tenant, :name, :variables, CAST(:texts AS jsonb), :now
      WHERE (
        SELECT count(*)
        FROM text_template
        WHERE tenant_id = :tenant
          AND name <> :name
      ) < :most
      ON CONFLICT (tenant_id, name) DO UPDATE
      SET variables = excluded.variables, texts = excluded.texts, updated_at = excluded.updated_at
      """;

  private static final String DELETE =
      """
      DELETE FROM text_template
      WHERE tenant_id = :tenant
        AND name = :name
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final JsonMapper json;
  private final Clock clock;

  MessageTemplates(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      AuditTrail audit,
      JsonMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /// All templates of the tenant, by name.
  public List<MessageTemplate> list(TenantId tenant) {
    return read(tenant, Optional.empty());
  }

  /// One template of the tenant.
  public Optional<MessageTemplate> find(TenantId tenant, String name) {
    return read(tenant, Optional.of(name)).stream().findFirst();
  }

  /// Puts a template in the place of the one with its name, if there is one.
  ///
  /// @param variables a superset of the places in the texts
  /// @return false, and nothing is changed, when the tenant has as many as it may have
  public boolean put(
      TenantId tenant, String name, Set<String> variables, Map<Locale, String> texts) {
    Map<String, String> byTag = new TreeMap<>();
    texts.forEach((locale, text) -> byTag.put(locale.toLanguageTag(), text));
    return transaction.execute(_ -> {
      jdbc.sql(LOCK).param("key", tenant.value().toString()).query(Boolean.class).single();
      boolean put =
          jdbc.sql(PUT)
                  .param("tenant", tenant.value())
                  .param("name", name)
                  .param("variables", new SqlArrayValue("text", variables.toArray()))
                  .param("texts", json.writeValueAsString(byTag))
                  .param("now", SqlTime.of(clock.instant()))
                  .param("most", TEMPLATES_MAX)
                  .update()
              == 1;
      if (put) {
        audit.recordDone(tenant, AuditAction.MESSAGE_TEMPLATE_SET, Map.of("template", name));
      }
      return put;
    });
  }

  /// @return whether there was one
  public boolean delete(TenantId tenant, String name) {
    return transaction.execute(_ -> {
      boolean deleted =
          jdbc.sql(DELETE).param("tenant", tenant.value()).param("name", name).update() == 1;
      if (deleted) {
        audit.recordDone(tenant, AuditAction.MESSAGE_TEMPLATE_REMOVED, Map.of("template", name));
      }
      return deleted;
    });
  }

  private List<MessageTemplate> read(TenantId tenant, Optional<String> name) {
    return jdbc.sql(READ)
        .param("tenant", tenant.value())
        .param("name", name.orElse(null))
        .query((row, _) -> template(row))
        .list();
  }

  private MessageTemplate template(ResultSet row) throws SQLException {
    String[] variables = (String[]) row.getArray("variables").getArray();
    Map<String, String> byTag = json.readValue(row.getString("texts"), TEXTS);
    return new MessageTemplate(
        row.getString("name"),
        Arrays.stream(variables).collect(Collectors.toSet()),
        byTag.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> Locale.forLanguageTag(entry.getKey()), Map.Entry::getValue)),
        SqlTime.read(row, "updated_at"));
  }
}
