package io.tweestap.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

/// Messages accepted through the API beside bare JDBC writing the same rows. They are due in an
/// hour, so that nothing but the acceptance is measured.
final class AcceptComparison {
  private final Database database;
  private final ServerProcess server;
  private final Requests requests;
  private final Duration each;
  private final UUID tenant;
  private final Numbers numbers = new Numbers();

  AcceptComparison(Database database, ServerProcess server, Requests requests, Duration each) {
    this.database = database;
    this.server = server;
    this.requests = requests;
    this.each = each;
    this.tenant =
        UUID.fromString(database.text("SELECT tenant_id FROM tenant WHERE name = 'sandbox'"));
  }

  /// Lets the JIT compilers of both sides see their work. The table is emptied now and then, as it
  /// is before each measurement.
  ///
  /// @param enough requests after which the server has seen enough
  /// @param atMost it ends after this time, whatever was seen
  /// @return requests that the server has seen
  long warmUp(int connections, int batch, int enough, Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    long seen = 0;
    while (seen < enough && System.nanoTime() < until) {
      seen += Load.run(connections, each, () -> api(batch)).done() / batch;
      tidy();
    }
    Load.run(connections, each, () -> bare(batch));
    tidy();
    return seen;
  }

  /// Bare, API, bare, API, bare.
  ///
  /// @param batch recipients of a request
  /// @return a line of the table
  String compare(int connections, int batch, int rounds) {
    var bare = new Measurements();
    var api = new Measurements();
    Spent spent = new Spent(server);
    measure(bare, connections, () -> bare(batch));
    for (int round = 0; round < rounds; round++) {
      spent.begin();
      api.add(connections, each, () -> api(batch));
      spent.end();
      tidy();
      measure(bare, connections, () -> bare(batch));
    }
    Load.Result one = bare.median();
    Load.Result ours = api.median();
    return String.format(
        Locale.ROOT,
        "| %d | %d | %.0f (%.0f-%.0f) | %.0f (%.0f-%.0f) | %.2f | %.1f | %.1f | %.1f | %.1f | %s |",
        connections,
        batch,
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

  private void measure(Measurements into, int connections, Callable<Load.Worker> worker) {
    into.add(connections, each, worker);
    tidy();
  }

  private void tidy() {
    database.execute("TRUNCATE message, message_part, rate_limit");
    database.execute("VACUUM (ANALYZE) message, message_part, rate_limit");
  }

  private Load.Worker bare(int batch) {
    return new BareMessages(database, tenant, batch);
  }

  private Load.Worker api(int batch) {
    Instant due = Instant.now().plus(1, ChronoUnit.HOURS);
    ApiWorker worker =
        ApiWorker.of(
            server.port(),
            202,
            () ->
                requests.message(
                    batch == 1 ? numbers.to() : numbers.recipients(batch), "marketing", due));
    return new Load.Worker() {
      @Override
      public int once() throws Exception {
        return worker.once() * batch;
      }

      @Override
      public void close() {
        worker.close();
      }
    };
  }
}
