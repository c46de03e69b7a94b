package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.receipt.CarrierId;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What receipts may be about.
@Repository
public class PartCandidates {
  /// A receipt names no tenant. A carrier that gives every message the same id finds a few of them
  /// only.
  private static final String CANDIDATES_ACROSS_TENANTS =
      """
      SELECT told.place, part.tenant_id, part.message_id, part.attempt, part.part,
        part.carrier_message_id, part.final
      FROM unnest(:places, :carriers, :match_ids) AS told (place, carrier, match_id)
      CROSS JOIN LATERAL (
        SELECT tenant_id, message_id, attempt, part, carrier_message_id, final
        FROM message_part
        WHERE carrier = told.carrier AND match_id = told.match_id
        ORDER BY message_id DESC, final, part
        LIMIT 8
      ) AS part
      """;

  private final JdbcClient jdbc;

  PartCandidates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Which parts the receipts may be about, by the receipts' places in the list.
  public Map<Integer, List<PartFound>> candidates(List<Reported> reported) {
    List<Wanted> wanted = wanted(reported);
    Map<Integer, List<PartFound>> found = new HashMap<>();
    if (wanted.isEmpty()) {
      return found;
    }
    jdbc.sql(CANDIDATES_ACROSS_TENANTS)
        .param("places", Column.of("integer", wanted, Wanted::place))
        .param("carriers", Column.of("text", wanted, Wanted::carrier))
        .param("match_ids", Column.of("text", wanted, Wanted::matchId))
        .query(row -> {
          found.computeIfAbsent(row.getInt("place"), _ -> new ArrayList<>()).add(part(row));
        });
    return found;
  }

  private record Wanted(int place, String carrier, String matchId) {}

  private static List<Wanted> wanted(List<Reported> reported) {
    List<Wanted> wanted = new ArrayList<>();
    for (int place = 0; place < reported.size(); place++) {
      var receipt = reported.get(place).receipt();
      for (String id : new CarrierId(receipt.carrierMessageId()).candidates()) {
        wanted.add(new Wanted(place, receipt.carrier(), id));
      }
    }
    return wanted;
  }

  private static PartFound part(ResultSet row) throws SQLException {
    return new PartFound(
        new PartFound.Key(
            new TenantId(row.getObject("tenant_id", UUID.class)),
            row.getObject("message_id", UUID.class),
            row.getInt("attempt"),
            row.getInt("part")),
        row.getString("carrier_message_id"),
        row.getBoolean("final"));
  }
}
