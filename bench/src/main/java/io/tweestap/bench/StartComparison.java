package io.tweestap.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts through the API, with their delivery to handsets, beside bare JDBC writing the same rows.
final class StartComparison {
  private static final String QUEUED = "SELECT count(*) FROM message WHERE state = 'queued'";
  private static final int NUMBERS = 10_000_000;

  private final Database database;
  private final CheckPool pool;
  private final ServerProcess server;
  private final Requests requests;
  private final Duration each;
  private final AtomicInteger number = new AtomicInteger();

  StartComparison(
      Database database, CheckPool pool, ServerProcess server, Requests requests, Duration each) {
    this.database = database;
    this.pool = pool;
    this.server = server;
    this.requests = requests;
    this.each = each;
  }

  void warmUp(int connections, Duration lasting) {
    Load.run(connections, lasting, this::api);
    awaitDelivery();
    Load.run(connections, each, this::bare);
    tidy();
  }

  /// Bare, API, bare, API, bare.
  ///
  /// @return a line of the table
  String compare(int connections, int rounds) {
    var bare = new Measurements();
    var api = new Measurements();
    long messages = 0;
    Duration untilDelivered = Duration.ZERO;
    bare.add(connections, each, this::bare);
    for (int round = 0; round < rounds; round++) {
      tidy();
      long before = System.nanoTime();
      api.add(connections, each, this::api);
      awaitDelivery();
      untilDelivered = untilDelivered.plusNanos(System.nanoTime() - before);
      bare.add(connections, each, this::bare);
    }
    messages = api.done();
    tidy();
    Load.Result one = bare.median();
    Load.Result ours = api.median();
    return String.format(
        Locale.ROOT,
        "| %d | %.0f (%.0f-%.0f) | %.0f | %.0f (%.0f-%.0f) | %.2f | %.1f | %.1f | %.1f | %.1f |",
        connections,
        ours.perSecond(),
        api.lowest(),
        api.highest(),
        messages * 1e9 / untilDelivered.toNanos(),
        one.perSecond(),
        bare.lowest(),
        bare.highest(),
        ours.perSecond() / one.perSecond(),
        ours.millis(0.5),
        ours.millis(0.99),
        one.millis(0.5),
        one.millis(0.99));
  }

  private void awaitDelivery() {
    while (database.number(QUEUED) > 0) {
      Pause.of(Duration.ofMillis(20));
    }
  }

  /// Bare starts are in tables as large as those of the API.
  private void tidy() {
    database.execute("TRUNCATE verification, message, sandbox_message, rate_limit");
    database.execute("VACUUM (ANALYZE) verification, message, sandbox_message, rate_limit");
  }

  private Load.Worker bare() {
    return new BareStarts(database, pool.tenant());
  }

  private Load.Worker api() {
    return ApiWorker.of(server.port(), 201, () -> requests.start(nextNumber()));
  }

  /// Each number once, each in another block.
  private String nextNumber() {
    int n = number.getAndIncrement();
    return "+316" + (10_000_000 + (int) (n * 7_919L % NUMBERS));
  }
}
