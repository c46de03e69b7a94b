package io.tweestap.delivery.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When each carrier was last up on any node. The clock is the database's, the only one that all
/// nodes have.
@Repository
public class CarrierSeenRows {
  /// What others wrote before; the rows of this statement itself are not among them.
  private static final String EXCHANGE =
      """
      WITH told AS (
        INSERT INTO carrier_seen (carrier, up_at)
        SELECT carrier, statement_timestamp()
        FROM unnest(:carriers) AS here (carrier)
        ON CONFLICT (carrier) DO UPDATE
        SET up_at = excluded.up_at
      )
      SELECT carrier
      FROM carrier_seen
      WHERE up_at > statement_timestamp() - make_interval(secs => :within)
      """;

  private final JdbcClient jdbc;

  CarrierSeenRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes which carriers are up here, in one order for everybody, and reads which were up
  /// anywhere not long ago.
  ///
  /// @param up names in their order
  public Set<String> exchange(Collection<String> up, Duration within) {
    return new HashSet<>(
        jdbc.sql(EXCHANGE)
            .param("carriers", Column.of("text", up, name -> name))
            .param("within", within.toMillis() / 1000.0)
            .query((row, _) -> row.getString("carrier"))
            .list());
  }
}
