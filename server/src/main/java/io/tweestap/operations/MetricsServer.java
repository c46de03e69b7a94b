package io.tweestap.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Answers `GET /metrics` in Prometheus' text form, on a port of its own: who reads it needs no
/// account of a tenant, and whoever reaches the API does not reach it.
@Component
class MetricsServer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);
  private static final String PATH = "/metrics";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int WAITING_MAX = 8;

  private final MetricsProperties properties;
  private final PrometheusMeterRegistry registry;
  private final List<Gauges> gauges;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private @Nullable HttpServer server;
  private @Nullable ExecutorService threads;

  MetricsServer(
      MetricsProperties properties, PrometheusMeterRegistry registry, List<Gauges> gauges) {
    this.properties = properties;
    this.registry = registry;
    this.gauges = gauges;
  }

  @Override
  public void start() {
    Integer port = properties.port();
    if (port == null) {
      return;
    }
    try {
      HttpServer opened =
          HttpServer.create(new InetSocketAddress(properties.bindTo(), port), WAITING_MAX);
      ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
      opened.setExecutor(own);
      opened.createContext("/", this::answer);
      opened.start();
      server = opened;
      threads = own;
      LOG.info("metrics at http://{}:{}{}", properties.address(), port(), PATH);
    } catch (IOException e) {
      throw new UncheckedIOException("tweestap.metrics.port cannot be opened", e);
    }
  }

  /// The port that it listens on.
  int port() {
    return Objects.requireNonNull(server).getAddress().getPort();
  }

  @Override
  public void stop() {
    if (server != null && threads != null) {
      server.stop(0);
      threads.shutdownNow();
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAllowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        exchange.sendResponseHeaders(401, -1);
      } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
      } else {
        byte[] body = figures().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TEXT);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (RuntimeException e) {
      LOG.warn("figures could not be told: {}", e.getClass().getName());
    }
  }

  /// Compares in a time that says nothing of how much was right.
  private boolean isAllowed(@Nullable String authorization) {
    String token = properties.token();
    return token == null
        || (authorization != null
            && MessageDigest.isEqual(
                authorization.getBytes(UTF_8), ("Bearer " + token).getBytes(UTF_8)));
  }

  private String figures() {
    oneAtATime.lock();
    try {
      gauges.forEach(MetricsServer::look);
      return registry.scrape();
    } finally {
      oneAtATime.unlock();
    }
  }

  private static void look(Gauges one) {
    try {
      one.look();
    } catch (RuntimeException e) {
      one.lookFailed();
      LOG.warn("{} could not look: {}", one.getClass().getSimpleName(), e.getClass().getName());
    }
  }
}
