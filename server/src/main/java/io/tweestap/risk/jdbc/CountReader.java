package io.tweestap.risk.jdbc;

import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Breach;
import io.tweestap.risk.rule.Figures;
import io.tweestap.risk.rule.Kind;
import io.tweestap.risk.rule.Rule;
import io.tweestap.risk.rule.Tally;
import io.tweestap.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;

/// Puts the figures together from the rows of one counting.
///
/// An hour is this clock hour and as much of the one before as has not passed yet, so that no turn
/// of the clock opens anything.
final class CountReader implements RowCallbackHandler {
  private final double restOfHourBefore;
  private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
  private long bestDay;
  private int countriesOfSource;
  private Optional<Block> standing = Optional.empty();

  /// @param intoHour how much of this clock hour has passed
  CountReader(Duration intoHour) {
    this.restOfHourBefore = 1 - intoHour.toMillis() / (double) Duration.ofHours(1).toMillis();
  }

  @Override
  public void processRow(ResultSet row) throws SQLException {
    if (row.getString("rule") != null) {
      Block block = block(row);
      standing =
          standing
              .filter(other -> Comparator.comparing(Block::until).compare(other, block) > 0)
              .or(() -> Optional.of(block));
      return;
    }
    Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    tallies.merge(kind, tally(row), Tally::plus);
    bestDay = Math.max(bestDay, row.getLong("best_day"));
    if (kind == Kind.SOURCE && row.getLong("verified") == 0) {
      countriesOfSource++;
    }
  }

  CountResult result() {
    return new CountResult(
        new Figures(
            tallies.getOrDefault(Kind.COUNTRY, Tally.NONE),
            bestDay,
            tallies.getOrDefault(Kind.PREFIX, Tally.NONE),
            tallies.getOrDefault(Kind.SOURCE, Tally.NONE),
            countriesOfSource),
        standing);
  }

  static Block block(ResultSet row) throws SQLException {
    return new Block(
        new Breach(
            Rule.of(row.getString("rule")).orElseThrow(),
            row.getDouble("count"),
            row.getDouble("threshold")),
        row.getInt("level"),
        SqlTime.read(row, "blocked_until"));
  }

  private Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        Math.max(0, row.getLong("unverified")),
        Math.max(0, hour(row, "unverified")),
        row.getLong("verified"),
        hour(row, "verified"));
  }

  private double hour(ResultSet row, String name) throws SQLException {
    return row.getLong(name + "_now") + restOfHourBefore * row.getLong(name + "_before");
  }
}
