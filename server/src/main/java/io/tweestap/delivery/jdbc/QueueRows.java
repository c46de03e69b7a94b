package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.Carrier;
import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How much waits for its carrier, for whoever watches the installation.
@Repository
public class QueueRows {
  /// Walks along no more of a queue than this.
  public static final int COUNTED_MAX = 10_000;

  private static final String DUE_ACROSS_TENANTS =
      """
      SELECT queue.route, class.priority, coalesce(sum(due.waiting), 0) AS waiting,
        coalesce(max(extract(epoch FROM :now - due.oldest)), 0) AS oldest_seconds
      FROM unnest(:routes, :channels) AS queue (route, channel)
      CROSS JOIN generate_series(0, 2) AS class (priority)
      CROSS JOIN LATERAL (
        SELECT count(*) AS waiting, min(ripe.next_attempt_at) AS oldest
        FROM (
          SELECT next_attempt_at
          FROM message
          WHERE state = 'queued'
            AND route = queue.route
            AND channel = queue.channel
            AND priority = class.priority
            AND next_attempt_at <= :now
          ORDER BY next_attempt_at
          LIMIT :most
        ) AS ripe
      ) AS due
      GROUP BY queue.route, class.priority
      """;

  private static final String PARKED =
      """
      SELECT count(*)
      FROM (SELECT 1 FROM parked_receipt LIMIT :most) AS held
      """;

  private final JdbcClient jdbc;

  QueueRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What waits for one carrier in one class.
  ///
  /// @param waiting how many are due, counted up to [#COUNTED_MAX] per channel
  /// @param oldestSeconds how long the oldest has been due; 0 where none is
  public record Queue(String carrier, int priority, long waiting, double oldestSeconds) {}

  /// All queues of these carriers.
  public List<Queue> due(Collection<Carrier> carriers, Instant now) {
    List<String> routes = new ArrayList<>();
    List<String> channels = new ArrayList<>();
    for (Carrier carrier : carriers) {
      for (Channel channel : carrier.channels()) {
        routes.add(carrier.name());
        channels.add(channel.text());
      }
    }
    return jdbc.sql(DUE_ACROSS_TENANTS)
        .param("routes", routes.toArray(String[]::new))
        .param("channels", channels.toArray(String[]::new))
        .param("now", SqlTime.of(now))
        .param("most", COUNTED_MAX)
        .query((row, _) ->
            new Queue(
                row.getString("route"),
                row.getInt("priority"),
                row.getLong("waiting"),
                row.getDouble("oldest_seconds")))
        .list();
  }

  /// How many receipts wait for their message.
  public long parked() {
    return jdbc.sql(PARKED).param("most", COUNTED_MAX).query(Long.class).single();
  }
}
