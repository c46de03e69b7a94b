package io.tweestap.verification.template;

import io.tweestap.shared.TenantId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The texts that a tenant wrote for its codes.
@Service
public class Templates {
  private static final String FIND =
      """
      SELECT body
      FROM message_template
      WHERE tenant_id = :tenant
        AND name = :name
        AND locale = :locale
      """;

  private final JdbcClient jdbc;

  Templates(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
}
