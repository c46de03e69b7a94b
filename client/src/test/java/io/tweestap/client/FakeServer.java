package io.tweestap.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tweestap.client.http.Surroundings;
import io.tweestap.testkit.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server that answers what a test tells it to, one answer after another, and keeps what it was
/// asked. It hands out tokens by itself.
final class FakeServer implements AutoCloseable {
  final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final AtomicInteger tokens = new AtomicInteger();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final HttpServer server;

  /// What came in.
  record Asked(String method, String target, String token, String key, String body) {}

  /// What goes out. Status 0 breaks the connection.
  record Answer(int status, String body, String retryAfter) {}

  FakeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  FakeServer then(int status, String body) {
    return then(status, body, "");
  }

  synchronized FakeServer then(int status, String body, String retryAfter) {
    answers.add(new Answer(status, body, retryAfter));
    return this;
  }

  Tweestap client() {
    return builder().build();
  }

  TweestapBuilder builder() {
    return Tweestap.at("http://127.0.0.1:" + server.getAddress().getPort())
        .credentials("shop", "a-secret-of-the-test")
        .surroundings(new Surroundings(clock, new Random(1), (time, closed) -> waits.add(time)));
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestURI().getPath().equals("/oauth2/token")) {
      String token = "token" + tokens.incrementAndGet();
      Answer broken = tokenAnswer;
      if (broken != null) {
        send(exchange, broken);
        return;
      }
      send(
          exchange, new Answer(200, "{\"access_token\":\"" + token + "\",\"expires_in\":900}", ""));
      return;
    }
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
            new String(body, StandardCharsets.UTF_8)));
    send(exchange, next());
  }

  private volatile @Nullable Answer tokenAnswer;

  void tokensAnswer(int status, String body) {
    tokenAnswer = new Answer(status, body, "");
  }

  private synchronized Answer next() {
    Answer answer = answers.poll();
    return answer == null ? new Answer(404, "{\"code\":\"not_found\"}", "") : answer;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
