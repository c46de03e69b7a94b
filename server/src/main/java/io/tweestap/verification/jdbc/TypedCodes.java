package io.tweestap.verification.jdbc;

import io.tweestap.delivery.CodeOutcome;
import io.tweestap.delivery.CodeOutcomes;
import io.tweestap.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which first codes were typed.
@Repository
class TypedCodes implements CodeOutcomes {
  private static final String BETWEEN_ACROSS_TENANTS =
      """
      SELECT tenant_id, id, coalesce(guard_country, '') AS country,
        state = 'approved' AND sends_used = 1 AS typed
      FROM verification
      WHERE id > :after
        AND id < :until
        AND NOT is_test
      ORDER BY id
      LIMIT :most
      """;

  private final JdbcClient jdbc;

  TypedCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<CodeOutcome> between(UUID after, UUID until, int most) {
    return jdbc.sql(BETWEEN_ACROSS_TENANTS)
        .param("after", after)
        .param("until", until)
        .param("most", most)
        .query((row, _) -> {
          Key key = Key.of(row);
          return new CodeOutcome(
              key.tenant(),
              key.id(),
              row.getString("country"),
              row.getBoolean("typed"),
              Ids.timeOf(key.id()));
        })
        .list();
  }
}
