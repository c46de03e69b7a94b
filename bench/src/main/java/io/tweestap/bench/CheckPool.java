package io.tweestap.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// Pending verifications whose code is known, to be checked once each. They are started through the
/// API, once; before each measurement the table is filled with the same rows again.
final class CheckPool {
  private static final Duration AT_MOST = Duration.ofMinutes(5);

  /// A verification and the hashes that the right answer has, for bare JDBC.
  record Check(UUID tenant, UUID id, byte[] codeHash, byte[] detailsHash) {}

  private final Database database;
  private final List<Check> checks = new ArrayList<>();
  private final AtomicInteger taken = new AtomicInteger();

  CheckPool(Database database) {
    this.database = database;
  }

  /// Starts verifications with a number that has a fixed code, and keeps a copy of the rows.
  Load.Result fill(int size, int connections, ServerProcess server, Requests requests) {
    var left = new AtomicInteger(size);
    byte[] start = requests.start(Requests.TEST_NUMBER);
    Callable<Load.Worker> starter =
        () -> ApiWorker.of(server.port(), 201, () -> left.decrementAndGet() < 0 ? null : start);
    Load.Result result = Load.run(connections, AT_MOST, starter);
    database.execute("DROP TABLE IF EXISTS bench_pool");
    database.execute("CREATE TABLE bench_pool AS SELECT * FROM verification");
    read();
    return result;
  }

  private void read() {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT tenant_id, id, code_hash, details_hash FROM bench_pool")) {
      while (rows.next()) {
        checks.add(
            new Check(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getBytes(3),
                rows.getBytes(4)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes all of them pending again, in a table as good as new.
  void restore() {
    database.execute("TRUNCATE verification");
    database.execute("INSERT INTO verification SELECT * FROM bench_pool");
    database.execute("VACUUM (ANALYZE) verification");
    taken.set(0);
  }

  /// Up to `max` that nobody has taken; an empty list when all are.
  List<Check> take(int max) {
    int from = Math.min(taken.getAndAdd(max), checks.size());
    return checks.subList(from, Math.min(from + max, checks.size()));
  }

  /// One tenant of the pool.
  UUID tenant() {
    return checks.getFirst().tenant();
  }
}
