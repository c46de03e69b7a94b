package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An application's own endpoint hears how its codes and messages end.
class WebhookFlowTest extends VerificationTest {
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private HttpServer receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(JsonMapper.shared().readTree(body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void theWholeLifeOfACodeIsTold() throws Exception {
    listenFor("verification.started", "verification.approved", "message.accepted");

    String id = id(start("\"metadata\": {\"order\": \"17\"}"));
    String code = code(1);
    check(id, wrong(code));
    check(id, code);

    for (String type :
        List.of("verification.started", "message.accepted", "verification.approved")) {
      JsonNode event = take(type);
      assertThat(event.toString()).doesNotContain(code, number);
      if (type.startsWith("verification")) {
        assertThat(event.at("/data/id").asString()).isEqualTo(id);
        assertThat(event.at("/data/metadata/order").asString()).isEqualTo("17");
      } else {
        assertThat(event.at("/data/about").asString()).isEqualTo(id);
      }
    }
  }

  @Test
  void failureAndCancellationAreTold() throws Exception {
    listenFor("verification.failed", "verification.canceled");
    String failed = started();
    String code = code(1);
    for (int i = 0; i < 5; i++) {
      check(failed, wrong(code));
    }
    String canceled = started();
    delete(tenant, "/v1/verifications/" + canceled);
    delete(tenant, "/v1/verifications/" + canceled);

    assertThat(take("verification.failed").at("/data/id").asString()).isEqualTo(failed);
    assertThat(take("verification.canceled").at("/data/id").asString()).isEqualTo(canceled);
    assertThat(get(tenant, "/v1/webhook_events").json().path("data").size()).isEqualTo(2);
  }

  @Test
  void expiryIsToldByTheSweep() throws Exception {
    listenFor("verification.expired");
    String id = started();
    text(1);
    advance(Duration.ofMinutes(5));

    assertThat(take("verification.expired").at("/data/id").asString()).isEqualTo(id);
    assertThat(get(tenant, "/v1/verifications/" + id).json().path("state").asString())
        .isEqualTo("expired");
  }

  private void listenFor(String... types) {
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    Answer created =
        post(
            tenant,
            "/v1/webhook_endpoints",
            "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(url, String.join("\", \"", types)));
    assertThat(created.status()).as(created.text()).isEqualTo(201);
  }

  /// Events arrive in no promised order.
  private JsonNode take(String type) throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      JsonNode event = received.poll(30, TimeUnit.SECONDS);
      assertThat(event).as("an event " + type).isNotNull();
      if (event.path("type").asString().equals(type)) {
        return event;
      }
      received.add(event);
    }
    throw new AssertionError("no event " + type);
  }
}
