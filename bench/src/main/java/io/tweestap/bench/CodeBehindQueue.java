package io.tweestap.bench;

import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// How long a code takes from its request to the operator while many marketing messages wait for
/// the same link.
final class CodeBehindQueue {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(150);
  private static final Duration LOOK = Duration.ofMillis(1);

  /// Numbers that no message of the backlog goes to.
  private static final long FIRST = 612_000_000L;

  private final AtomicLong next = new AtomicLong(FIRST);
  private final FakeSmsc smsc;
  private final ServerProcess server;
  private final Requests requests;
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();

  CodeBehindQueue(FakeSmsc smsc, ServerProcess server, Requests requests) {
    this.smsc = smsc;
    this.server = server;
    this.requests = requests;
  }

  /// Sends codes one after the other.
  ///
  /// @param waiting how many messages wait at the beginning, for the table
  /// @return a line of the table
  String measure(int codes, int rate, long waiting) throws IOException {
    smsc.answering(message -> {
      arrived.put(message.destination(), System.nanoTime());
      return SmscAnswer.taken("id-" + message.number());
    });
    List<Long> took = new ArrayList<>();
    try (var connection = new HttpConnection(server.port())) {
      for (int i = 0; i < codes; i++) {
        took.add(one(connection, "31" + next.getAndIncrement()));
        Pause.of(BETWEEN);
      }
    }
    Collections.sort(took);
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %.0f | %.0f | %.0f |",
        waiting,
        rate,
        codes,
        took.get(codes / 2) / 1e6,
        took.get(codes * 95 / 100) / 1e6,
        took.getLast() / 1e6);
  }

  private long one(HttpConnection connection, String number) throws IOException {
    long begin = System.nanoTime();
    byte[] code = requests.message("\"to\":\"+" + number + "\"", "code", Instant.now());
    HttpConnection.Answer answer = connection.send(code);
    if (answer.status() != 202) {
      throw new IllegalStateException("answer " + answer.status() + ": " + answer.body());
    }
    while (!arrived.containsKey(number)) {
      if (System.nanoTime() - begin > AT_MOST.toNanos()) {
        throw new IllegalStateException("a code did not arrive");
      }
      Pause.of(LOOK);
    }
    return arrived.get(number) - begin;
  }
}
