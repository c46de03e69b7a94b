package io.tweestap.delivery.learn;

import io.tweestap.delivery.CodeOutcome;
import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `route_outcome`: what came of first codes, by hour. They belong to no tenant.
@Repository
class OutcomeRows {
  private static final String SEEN = "SELECT last_code FROM route_learning";

  /// Of two nodes at once, one moves it on.
  private static final String MOVE_ON =
      """
      UPDATE route_learning
      SET last_code = :last
      WHERE last_code = :seen
      """;

  /// The carrier that took a code first gets the credit, and only where no other had to take it
  /// too: what came after it says nothing about it but that it failed.
  private static final String COUNT =
      """
      INSERT INTO route_outcome AS known
        (channel, country, carrier, hour, sent, typed, shadowed, agreed)
      SELECT first.channel, code.country, taken.carrier, date_trunc('hour', code.at, 'UTC'),
        count(*),
        count(*) FILTER (WHERE code.typed AND taken.times = 1),
        count(first.learned),
        count(*) FILTER (WHERE first.learned ->> 'carrier' = taken.carrier)
      FROM unnest(:tenants, :abouts, :countries, :typed, CAST(:at AS timestamptz[]))
        AS code (tenant_id, about, country, typed, at)
      CROSS JOIN LATERAL (
        SELECT channel, tries, learned
        FROM message
        WHERE message.tenant_id = code.tenant_id
          AND message.about = code.about
        ORDER BY id
        LIMIT 1
      ) AS first
      CROSS JOIN LATERAL (
        SELECT (array_agg(one.try ->> 'carrier' ORDER BY one.place))[1] AS carrier,
          count(*) AS times
        FROM jsonb_array_elements(first.tries) WITH ORDINALITY AS one (try, place)
        WHERE one.try ->> 'outcome' = 'accepted'
      ) AS taken
      WHERE taken.times > 0
      GROUP BY first.channel, code.country, taken.carrier, date_trunc('hour', code.at, 'UTC')
      ORDER BY first.channel, code.country, taken.carrier, date_trunc('hour', code.at, 'UTC')
      ON CONFLICT (channel, country, carrier, hour) DO UPDATE
      SET sent = known.sent + excluded.sent,
        typed = known.typed + excluded.typed,
        shadowed = known.shadowed + excluded.shadowed,
        agreed = known.agreed + excluded.agreed
      """;

  private static final String EXPERIENCE =
      """
      SELECT channel, country, carrier, sum(sent * weight) AS sent, sum(typed * weight) AS typed,
        sum(shadowed) AS shadowed, sum(agreed) AS agreed
      FROM (
        SELECT channel, country, carrier, sent, typed, shadowed, agreed,
          power(0.5, greatest(0, extract(epoch FROM :now - hour)) / :half_life) AS weight
        FROM route_outcome
        WHERE hour > :from
      ) AS weighed
      GROUP BY channel, country, carrier
      ORDER BY channel, country, carrier
      """;

  private static final String FORGET = "DELETE FROM route_outcome WHERE hour <= :before";

  /// Later a code weighs less than a thousandth.
  private static final int HALVES = 10;

  private final JdbcClient jdbc;

  OutcomeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One line of what is known.
  ///
  /// @param shadowed of how many codes learning had something to say
  /// @param agreed and how often it would have chosen this carrier too
  record Line(
      Channel channel, String country, String carrier, Counts counts, long shadowed, long agreed) {}

  /// The last verification that was counted.
  UUID seen() {
    return jdbc.sql(SEEN).query(UUID.class).single();
  }

  /// @return whether nobody else did
  boolean moveOn(UUID seen, UUID last) {
    return jdbc.sql(MOVE_ON).param("seen", seen).param("last", last).update() == 1;
  }

  /// Counts what came of codes.
  void count(List<CodeOutcome> codes) {
    jdbc.sql(COUNT)
        .param("tenants", column("uuid", codes, code -> code.tenant().value()))
        .param("abouts", column("uuid", codes, CodeOutcome::about))
        .param("countries", column("text", codes, CodeOutcome::country))
        .param("typed", column("boolean", codes, CodeOutcome::typed))
        .param("at", column("text", codes, code -> code.at().toString()))
        .update();
  }

  Experience experience(Instant now, Duration halfLife) {
    Map<Experience.Key, Map<String, Counts>> counts = new HashMap<>();
    for (Line line : lines(now, halfLife)) {
      counts
          .computeIfAbsent(new Experience.Key(line.channel(), line.country()), _ -> new HashMap<>())
          .put(line.carrier(), line.counts());
    }
    return new Experience(counts);
  }

  List<Line> lines(Instant now, Duration halfLife) {
    return jdbc.sql(EXPERIENCE)
        .param("now", SqlTime.of(now))
        .param("half_life", halfLife.toSeconds())
        .param("from", SqlTime.of(now.minus(halfLife.multipliedBy(HALVES))))
        .query((row, _) -> line(row))
        .list();
  }

  void forget(Instant now, Duration halfLife) {
    jdbc.sql(FORGET).param("before", SqlTime.of(now.minus(halfLife.multipliedBy(HALVES)))).update();
  }

  private static Line line(ResultSet row) throws SQLException {
    double sent = row.getDouble("sent");
    return new Line(
        Channel.of(row.getString("channel")).orElseThrow(),
        row.getString("country"),
        row.getString("carrier"),
        new Counts(sent, Math.min(sent, row.getDouble("typed"))),
        row.getLong("shadowed"),
        row.getLong("agreed"));
  }

  private static SqlArrayValue column(
      String type, List<CodeOutcome> codes, Function<CodeOutcome, Object> value) {
    return new SqlArrayValue(type, codes.stream().map(value).toArray());
  }
}
