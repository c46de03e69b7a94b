package io.tweestap.delivery.smpp;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rate of each link, shared by all nodes: one row with the moment up to which its time is
/// given away. Whoever wants to send takes the next stretch. The clock is the database's, the only
/// one that all nodes have.
@Repository
class PaceRows {
  /// A rate that was lowered grows back while time passes, from nothing to all of it in `recovery`.
  private static final String TAKE =
      """
      INSERT INTO carrier_pace AS pace
        (carrier, rate, rated_at, slowed_at, free_at)
      VALUES
        (:carrier, :most, statement_timestamp(), '-infinity',
        statement_timestamp() + make_interval(secs => :parts / :most))
      ON CONFLICT (carrier) DO UPDATE
      SET rate = least(:most, pace.rate + :most / :recovery
          * greatest(0, extract(epoch FROM statement_timestamp() - pace.rated_at))),
        rated_at = greatest(pace.rated_at, statement_timestamp()),
        free_at = greatest(pace.free_at, statement_timestamp())
          + make_interval(secs => :parts / least(:most, pace.rate + :most / :recovery
          * greatest(0, extract(epoch FROM statement_timestamp() - pace.rated_at))))
      RETURNING pace.rate, extract(epoch FROM pace.free_at - clock_timestamp()) AS ends_in
      """;

  /// Many messages are refused together for one and the same haste; it counts once.
  private static final String SLOW_DOWN =
      """
      UPDATE carrier_pace
      SET rate = greatest(:least, rate / 2),
        rated_at = statement_timestamp(),
        slowed_at = statement_timestamp(),
        free_at = greatest(free_at, statement_timestamp() + make_interval(secs => :pause))
      WHERE carrier = :carrier
        AND slowed_at <= statement_timestamp() - make_interval(secs => :pause)
      """;

  private static final Duration RECOVERY = Duration.ofMinutes(2);

  private final JdbcClient jdbc;

  PaceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A stretch of a link's time.
  ///
  /// @param endsInSeconds from now
  /// @param rate parts in a second
  record Stretch(double endsInSeconds, double rate) {}

  /// Takes the next stretch, as long as so many parts need.
  ///
  /// @param most the link's full rate
  Stretch take(String carrier, int parts, double most) {
    return jdbc.sql(TAKE)
        .param("carrier", carrier)
        .param("most", most)
        .param("parts", (double) parts)
        .param("recovery", (double) RECOVERY.toSeconds())
        .query((row, _) -> new Stretch(row.getDouble("ends_in"), row.getDouble("rate")))
        .single();
  }

  /// Halves the rate and keeps everybody from sending for a while.
  ///
  /// @param least below which the rate does not fall
  void slowDown(String carrier, double least, Duration pause) {
    jdbc.sql(SLOW_DOWN)
        .param("carrier", carrier)
        .param("least", least)
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }
}
