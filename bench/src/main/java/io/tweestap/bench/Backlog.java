package io.tweestap.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Messages that wait in the outbox, put there through the API and let loose all at once.
final class Backlog {
  private static final int BATCH = 1_000;
  private static final int CONNECTIONS = 4;
  private static final Duration AT_MOST = Duration.ofMinutes(20);

  private final Database database;
  private final ServerProcess server;
  private final Requests requests;
  private final Numbers numbers = new Numbers();

  Backlog(Database database, ServerProcess server, Requests requests) {
    this.database = database;
    this.server = server;
    this.requests = requests;
  }

  /// Puts messages into an empty outbox; nothing is sent yet.
  ///
  /// @param messages a multiple of 1,000
  void fill(int messages) {
    database.execute("TRUNCATE message, message_part");
    add(messages);
    database.execute("VACUUM (ANALYZE) message, message_part");
  }

  /// Puts more messages into the outbox; nothing is sent yet.
  ///
  /// @param messages a multiple of 1,000
  void add(int messages) {
    Instant later = Instant.now().plus(1, ChronoUnit.HOURS);
    var left = new AtomicInteger(messages / BATCH);
    Load.run(
        CONNECTIONS,
        AT_MOST,
        () ->
            ApiWorker.of(
                server.port(),
                202,
                () ->
                    left.getAndDecrement() > 0
                        ? requests.message(numbers.recipients(BATCH), "marketing", later)
                        : null));
  }

  /// All of them are due now.
  void letLoose() {
    database.execute("UPDATE message SET next_attempt_at = now() WHERE state = 'queued'");
  }

  long queued() {
    return database.number("SELECT count(*) FROM message WHERE state = 'queued'");
  }
}
