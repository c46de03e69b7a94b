package io.tweestap.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Sends messages, each to another number, until the server is gone.
final class MessageLoad implements AutoCloseable {
  private final int port;
  private final Requests requests;
  private final Numbers numbers;
  private final Map<String, String> accepted = new ConcurrentHashMap<>();
  private final ExecutorService threads;

  MessageLoad(int port, Requests requests, Numbers numbers, int workers) {
    this.port = port;
    this.requests = requests;
    this.numbers = numbers;
    this.threads = Executors.newFixedThreadPool(workers);
    for (int i = 0; i < workers; i++) {
      threads.execute(this::untilGone);
    }
  }

  /// Numbers by the id of the message that was accepted for them.
  Map<String, String> accepted() {
    return accepted;
  }

  private void untilGone() {
    try (var connection = new HttpConnection(port)) {
      boolean going = true;
      while (going) {
        going = send(connection);
      }
    } catch (IOException _) {
      // The server is gone, which is what this waits for.
    }
  }

  private boolean send(HttpConnection connection) throws IOException {
    String number = numbers.one();
    byte[] request = requests.message("\"to\":\"" + number + "\"", "service", Instant.now());
    HttpConnection.Answer answer = connection.send(request);
    if (answer.status() == 202) {
      accepted.put(answer.text("id"), number.substring(1));
    }
    return answer.status() == 202;
  }

  /// Waits until every worker has seen the server go.
  @Override
  public void close() {
    threads.close();
  }
}
