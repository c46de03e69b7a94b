package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.tweestap.inbound.TextPattern;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messages in go where the tenant's rules say, the first that takes one.
class InboundRulesTest extends InboundScene {
  private static final String RULES = "/v1/inbound_rules";

  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(204);

  @Autowired private JdbcClient jdbc;

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
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    receiver.start();
    post(
        tenant,
        "/v1/webhook_endpoints",
        "{\"url\":\"http://127.0.0.1:%d/hook\",\"events\":[\"message.received\"]}"
            .formatted(receiver.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void aWebhookGetsNumberAndTextAndTheDatabaseKeepsNeither() {
    bring(text("Is my bike ready?"));
    await().until(() -> received.size() == 1);

    JsonNode event = received.getFirst();
    assertThat(event.path("type").asString()).isEqualTo("message.received");
    assertThat(event.at("/data/text").asString()).isEqualTo("Is my bike ready?");
    assertThat(event.at("/data/from").asString()).isEqualTo(number);
    assertThat(event.at("/data/id").asString()).isEqualTo(inbox().getFirst().path("id").asString());
    String kept =
        jdbc.sql("SELECT payload::text FROM webhook_event WHERE tenant_id = :tenant")
            .param("tenant", tenant.tenant().id().value())
            .query(String.class)
            .single();
    assertThat(kept).doesNotContain("bike").doesNotContain(number.substring(4));
    assertThat(get(tenant, "/v1/webhook_events").text()).doesNotContain("bike");
  }

  /// Jasmin gave up on a webhook that answered 404.
  @Test
  void aWebhookThatIsNotFoundIsTriedAgainAndSaysNothingOfWhatWasRedacted() {
    status.set(404);
    bring(text("forget me"));
    await().until(() -> received.size() == 1);
    post(tenant, LIST + "/" + inbox().getFirst().path("id").asString() + "/redact", "");
    status.set(204);
    await()
        .until(() -> {
          clock.advance(Duration.ofSeconds(6));
          return received.size() == 2;
        });
    assertThat(received.getLast().at("/data").has("text")).isFalse();
    assertThat(received.getLast().at("/data/from").asString()).contains("***");
  }

  @Test
  void theFirstRuleThatTakesAMessageCounts() {
    rules(
        "{\"number\":\"%s\",\"keyword\":\"bike\",\"to\":\"mail\",\"address\":\"shop@example.org\"}"
                .formatted(own)
            + ",{\"pattern\":\"order [0-9]{4}\",\"to\":\"webhook\"}"
            + ",{\"to\":\"inbox\"}");
    bring(text("Hello"));
    bring(text("my Order 4711, please"));
    bring(text("BIKE: is it ready?"));

    await().until(() -> received.size() == 1);
    assertThat(received.getFirst().at("/data/text").asString()).contains("4711");
    assertThat(texts()).hasSize(3);
    String handset = "/v1/sandbox/messages?to=shop@example.org";
    await().until(() -> get(tenant, handset).json().path("data").size() == 1);
    JsonNode mail = get(tenant, handset).json().at("/data/0");
    assertThat(mail.path("text").asString()).isEqualTo("BIKE: is it ready?");
    assertThat(mail.path("subject").asString()).contains(number);
    assertThat(get(tenant, RULES).json().path("rules").size()).isEqualTo(3);
    assertThat(get(otherTenant(), RULES).json().path("rules")).isEmpty();
  }

  @Test
  void aRuleThatMakesNoSenseIsRefused() {
    for (String rule :
        List.of(
            "{}",
            "{\"to\":\"fax\"}",
            "{\"to\":\"mail\"}",
            "{\"to\":\"mail\",\"address\":\"a\\nb@example.org\"}",
            "{\"to\":\"inbox\",\"address\":\"a@example.org\"}",
            "{\"to\":\"inbox\",\"keyword\":\"two words\"}",
            "{\"to\":\"inbox\",\"number\":\"061\\n\"}",
            "{\"to\":\"inbox\",\"pattern\":\"(\"}")) {
      Answer answer = put(tenant, RULES, "{\"rules\":[" + rule + "]}");
      assertThat(answer.code()).as(rule).isIn("invalid_field", "missing_field");
      assertThat(answer.json().path("field").asString()).startsWith("rules[0].");
    }
    String many = "{\"to\":\"inbox\"},".repeat(100) + "{\"to\":\"inbox\"}";
    assertThat(put(tenant, RULES, "{\"rules\":[" + many + "]}").code()).isEqualTo("invalid_field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(",
        "\\1",
        "(?=a)",
        "((a{1000}){1000}){1000}",
        "a{1001}",
        "(a{50}){50}",
        "x{999,1001}"
      })
  void anExpressionThatCouldGrowIsNone(String expression) {
    assertThat(TextPattern.of(expression)).isEmpty();
  }

  /// Each alone is let through; a long message would have to be compared with all of them.
  @Test
  void expressionsThatTakeTooLongTogetherAreRefused() {
    String rule = "{\"pattern\":\"(.{1,30}){1,30}z\",\"to\":\"inbox\"}";
    rules(rule);
    Answer answer = put(tenant, RULES, "{\"rules\":[" + (rule + ",").repeat(50) + rule + "]}");

    assertThat(answer.code()).isEqualTo("invalid_field");
    assertThat(answer.json().path("field").asString()).isEqualTo("rules");
  }

  /// With a backtracking engine this would take longer than anybody lives.
  @Test
  void anExpressionOfAnAttackerEndsAtOnce() {
    rules("{\"pattern\":\"^(a+)+$\",\"to\":\"inbox\"}");
    bring(text("a".repeat(150) + "!"));
    await().until(() -> received.size() == 1);
  }

  private void rules(String rules) {
    Answer answer = put(tenant, RULES, "{\"rules\":[" + rules + "]}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }
}
