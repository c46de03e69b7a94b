package io.tweestap.operations;

import io.tweestap.shared.Ids;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps one partition per week: makes those of this week and the next ones, and drops those whose
/// rows are all older than they must be kept. Dropping a week costs nothing; deleting its rows one
/// by one would.
///
/// The statements here are put together from table names and ids, since DDL takes no parameters.
/// The names come from [TimePartitions] beans only, which check them.
@Component
class Partitions implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
  private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;

  /// One node at a time; the others find the work done.
  private static final String LOCK = "SELECT pg_advisory_xact_lock(715533120913)";

  private static final String EXISTING =
      """
      SELECT child.relname
      FROM pg_inherits
      JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
      JOIN pg_class AS parent ON parent.oid = pg_inherits.inhparent
      WHERE parent.relname = :table
        AND parent.relnamespace = current_schema()::regnamespace
      """;

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS %1$s PARTITION OF %2$s
      FOR VALUES FROM ('%3$s') TO ('%4$s')
      WITH (fillfactor = 80)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final List<TimePartitions> tables;
  private final Clock clock;

  Partitions(
      JdbcClient jdbc, TransactionTemplate transaction, List<TimePartitions> tables, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.tables = tables;
    this.clock = clock;
    run();
  }

  @Override
  public String name() {
    return "partitions";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  /// One table at a time, each in a transaction of its own: making a partition locks its table, and
  /// a request that writes to two tables must never meet somebody who holds one and waits for the
  /// other.
  @Override
  public void run() {
    for (TimePartitions table : tables) {
      transaction.executeWithoutResult(_ -> {
        jdbc.sql(LOCK).query().singleRow();
        keepUp(table);
      });
    }
  }

  private void keepUp(TimePartitions table) {
    List<String> existing = existing(table);
    LocalDate monday =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int week = 0; week <= table.weeksAhead(); week++) {
      create(table, monday.plusWeeks(week), existing);
    }
    existing.forEach(partition -> dropWhenOld(table, partition));
  }

  private List<String> existing(TimePartitions table) {
    return jdbc.sql(EXISTING)
        .param("table", table.table())
        .query((row, _) -> row.getString("relname"))
        .list();
  }

  private void create(TimePartitions table, LocalDate monday, List<String> existing) {
    String name = table.table() + "_" + SUFFIX.format(monday);
    if (!existing.contains(name)) {
      jdbc.sql(CREATE.formatted(name, table.table(), bound(monday), bound(monday.plusWeeks(1))))
          .update();
    }
  }

  private void dropWhenOld(TimePartitions table, String partition) {
    String suffix = partition.substring(table.table().length() + 1);
    if (!suffix.matches("[0-9]{8}")) {
      return;
    }
    LocalDate end = LocalDate.parse(suffix, SUFFIX).plusWeeks(1);
    if (end.atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .isBefore(clock.instant().minus(table.keep()))) {
      jdbc.sql("DROP TABLE " + partition).update();
      LOG.info("dropped {}, whose rows were older than {}", partition, table.keep());
    }
  }

  private static UUID bound(LocalDate day) {
    return Ids.lowest(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
