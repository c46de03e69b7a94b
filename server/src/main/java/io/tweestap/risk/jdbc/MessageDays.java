package io.tweestap.risk.jdbc;

import io.tweestap.risk.jdbc.VelocityRows.Key;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `message_day`: how many messages are usual.
@Repository
public class MessageDays {
  private static final int DAYS = 14;

  private static final String USUAL =
      """
      SELECT kind, key, max(sent) AS best
      FROM message_day
      WHERE tenant_id = :tenant
        AND day >= :first_day
        AND day < :today
      GROUP BY kind, key
      """;

  private final JdbcClient jdbc;

  MessageDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The best day of each country, and of all together.
  public Map<Key, Long> usual(TenantId tenant, Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    Map<Key, Long> usual = new HashMap<>();
    jdbc.sql(USUAL)
        .param("tenant", tenant.value())
        .param("first_day", today.minusDays(DAYS))
        .param("today", today)
        .query(row -> {
          usual.put(VelocityRows.key(row), row.getLong("best"));
        });
    return usual;
  }
}
