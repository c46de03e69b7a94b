package io.tweestap.optout.jdbc;

import io.tweestap.optout.Keyword.Language;
import io.tweestap.optout.OptOutSettings;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `opt_out_settings`.
@Repository
public class OptOutSettingsRows {
  private static final String FIND =
      """
      SELECT codes_exempt, answers, languages
      FROM opt_out_settings
      WHERE tenant_id = :tenant
      """;

  private static final String PUT =
      """
      INSERT INTO opt_out_settings (tenant_id, codes_exempt, answers, languages, updated_at)
      VALUES (:tenant, :codes, :answers, :languages, :now)
      ON CONFLICT (tenant_id) DO UPDATE
      SET codes_exempt = excluded.codes_exempt, answers = excluded.answers,
        languages = excluded.languages, updated_at = excluded.updated_at
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  OptOutSettingsRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Empty when the tenant chose nothing.
  public Optional<OptOutSettings> find(TenantId tenant) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .query((row, _) -> settings(row))
        .optional();
  }

  public void put(TenantId tenant, OptOutSettings settings) {
    jdbc.sql(PUT)
        .param("tenant", tenant.value())
        .param("codes", settings.codesExempt())
        .param("answers", settings.answers())
        .param(
            "languages",
            new SqlArrayValue(
                "text", settings.languages().stream().sorted().map(Language::text).toArray()))
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  private static OptOutSettings settings(ResultSet row) throws SQLException {
    return new OptOutSettings(
        row.getBoolean("codes_exempt"),
        row.getBoolean("answers"),
        Arrays.stream((String[]) row.getArray("languages").getArray())
            .flatMap(text -> Language.of(text).stream())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
