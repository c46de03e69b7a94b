package io.tweestap.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

/// Checks through the API beside bare JDBC, in turns, so that a change of the machine's mood hits
/// both.
final class CheckComparison {
  private static final int BATCH = 64;
  private static final int BATCH_CONNECTIONS = 4;

  private final Database database;
  private final CheckPool pool;
  private final ServerProcess server;
  private final Requests requests;
  private final Duration each;

  CheckComparison(
      Database database, CheckPool pool, ServerProcess server, Requests requests, Duration each) {
    this.database = database;
    this.pool = pool;
    this.server = server;
    this.requests = requests;
    this.each = each;
  }

  /// Lets the JIT compilers of both sides see their work.
  void warmUp(int connections, Duration server, Duration client) {
    long until = System.nanoTime() + server.toNanos();
    while (System.nanoTime() < until) {
      pool.restore();
      Load.run(connections, each, this::api);
    }
    pool.restore();
    Load.run(connections, client, this::bare);
  }

  /// Bare, API, bare, API, bare.
  ///
  /// @param rounds how often the API is measured, 1 or more
  /// @return a line of the table
  String compare(int connections, int rounds) {
    var bare = new Measurements();
    var api = new Measurements();
    Spent spent = new Spent(server);
    measure(bare, connections, this::bare);
    for (int round = 0; round < rounds; round++) {
      pool.restore();
      spent.begin();
      api.add(connections, each, this::api);
      spent.end();
      measure(bare, connections, this::bare);
    }
    Load.Result one = bare.median();
    Load.Result ours = api.median();
    return String.format(
        Locale.ROOT,
        "| %d | %.0f (%.0f-%.0f) | %.0f (%.0f-%.0f) | %.2f | %.1f | %.1f | %.1f | %.1f | %s |",
        connections,
        ours.perSecond(),
        api.lowest(),
        api.highest(),
        one.perSecond(),
        bare.lowest(),
        bare.highest(),
        ours.perSecond() / one.perSecond(),
        ours.millis(0.5),
        ours.millis(0.99),
        one.millis(0.5),
        one.millis(0.99),
        spent.per(api.done()));
  }

  /// The batched statement on bare JDBC, from few connections.
  Load.Result batched() {
    var batched = new Measurements();
    for (int round = 0; round < 3; round++) {
      measure(batched, BATCH_CONNECTIONS, () -> BareChecks.batched(database, pool, BATCH));
    }
    return batched.median();
  }

  private void measure(Measurements into, int connections, Callable<Load.Worker> worker) {
    pool.restore();
    into.add(connections, each, worker);
  }

  private Load.Worker bare() {
    return BareChecks.oneByOne(database, pool);
  }

  private Load.Worker api() {
    return ApiWorker.of(
        server.port(),
        200,
        () -> {
          var next = pool.take(1);
          return next.isEmpty() ? null : check(next.getFirst().id());
        });
  }

  private byte[] check(UUID id) {
    return requests.check(id, Requests.CODE);
  }
}
