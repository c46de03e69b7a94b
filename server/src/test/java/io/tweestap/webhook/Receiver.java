package io.tweestap.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A tenant's own web server: keeps what it gets and answers as the test wants.
final class Receiver implements AutoCloseable {
  /// How to answer one request.
  interface Behavior {
    void answer(HttpExchange exchange) throws IOException;
  }

  /// One request as it arrived.
  record Got(String id, long timestamp, String signature, String body, String contentType) {}

  final List<Got> got = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Behavior behavior = status(200);

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  static Behavior status(int code) {
    return exchange -> exchange.sendResponseHeaders(code, -1);
  }

  void answers(Behavior next) {
    behavior = next;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var headers = exchange.getRequestHeaders();
      got.add(
          new Got(
              headers.getFirst("webhook-id"),
              Long.parseLong(headers.getFirst("webhook-timestamp")),
              headers.getFirst("webhook-signature"),
              body,
              headers.getFirst("Content-Type")));
      behavior.answer(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
