package io.tweestap.bench;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts and checks until the server is gone: half of the workers send codes to numbers, the other
/// half start with a known code and check it.
final class CrashLoad implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int FIRST_NUMBER = 10_000_000;
  private static final int NUMBERS = 80_000_000;
  private static final int SPREAD = 10_007;

  private final int port;
  private final Requests requests;
  private final Promises promises;
  private final ExecutorService threads;

  CrashLoad(int port, Requests requests, Promises promises, int workers) {
    this.port = port;
    this.requests = requests;
    this.promises = promises;
    this.threads = Executors.newFixedThreadPool(workers);
    for (int i = 0; i < workers; i++) {
      boolean sending = i % 2 == 0;
      threads.execute(() -> untilGone(sending));
    }
  }

  private void untilGone(boolean sending) {
    try (var connection = new HttpConnection(port)) {
      boolean going = true;
      while (going) {
        going = sending ? send(connection) : startAndCheck(connection);
      }
    } catch (IOException _) {
      // The server is gone, which is what this waits for.
    }
  }

  /// @return false after an answer that is no success: the database is gone
  private boolean send(HttpConnection connection) throws IOException {
    long next = NUMBER.getAndIncrement();
    String to = "+316" + (FIRST_NUMBER + next * SPREAD % NUMBERS);
    boolean accepted = connection.send(requests.start(to)).status() == 201;
    if (accepted) {
      promises.sentTo().add(to);
    }
    return accepted;
  }

  private boolean startAndCheck(HttpConnection connection) throws IOException {
    HttpConnection.Answer started = connection.send(requests.start(Requests.TEST_NUMBER));
    if (started.status() != 201) {
      return false;
    }
    UUID id = UUID.fromString(started.text("id"));
    boolean approved = false;
    try {
      approved = connection.send(requests.check(id, Requests.CODE)).status() == 200;
      return approved;
    } finally {
      (approved ? promises.approved() : promises.inDoubt()).add(id);
    }
  }

  /// Waits until every worker has seen the server go.
  @Override
  public void close() {
    threads.close();
  }
}
