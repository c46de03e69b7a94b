package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.smsc.Delivery;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator watches is there under the names that the board and the page about it use, only
/// for whoever has the token, and says nothing of anybody.
class MetricsTest extends LoginTest {
  private static final FakeSmsc SMSC = new FakeSmsc();
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final int PORT = freePort();
  private static final Path OPERATING = Path.of("..", "docs", "operating");
  private static final Pattern NAME =
      Pattern.compile("\\b(?:tweestap|jvm|hikaricp|http_server|process|system)_[a-z0-9_]+");

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry settings) {
    settings.add("tweestap.metrics.port", () -> PORT);
    settings.add("tweestap.metrics.token", () -> TOKEN);
    settings.add("tweestap.carrier.smpp.host", () -> "localhost");
    settings.add("tweestap.carrier.smpp.port", SMSC::port);
    settings.add("tweestap.carrier.smpp.tls", () -> "false");
    settings.add("tweestap.carrier.smpp.system-id", () -> "tweestap");
    settings.add("tweestap.carrier.smpp.password", () -> "secret08");
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatTheBoardAndThePageNameIsCounted() throws Exception {
    FakeSmsc.await("the bind", () -> SMSC.bound() == 1);
    double approved = figure("tweestap_verifications_total{event=\"approved\"}");
    double accepted = figure("tweestap_tries_total{carrier=\"smpp\",outcome=\"accepted\"}");
    double delivered = figure("tweestap_receipts_total{carrier=\"smpp\",state=\"delivered\"}");
    double passed = figure("tweestap_logins_total{result=\"passed\"}");
    int before = SMSC.submissions();
    SMSC.answering(message ->
        message.number() == before
            ? SmscAnswer.refused(0x58)
            : SmscAnswer.taken("m" + message.number()));
    String id = started();
    FakeSmsc.await("the code", () -> SMSC.submissions() == before + 2);
    String text = new String(SMSC.submitted().getLast().shortMessage(), ISO_8859_1);
    String code = text.replaceAll("(?s)\\D*(\\d{6}).*", "$1");
    assertThat(check(id, code).status()).isEqualTo(200);
    FakeSmsc.await(
        "accepted",
        () ->
            figure("tweestap_tries_total{carrier=\"smpp\",outcome=\"accepted\"}") == accepted + 1);
    SMSC.deliver(Delivery.receipt("id:m" + (before + 1) + " stat:DELIVRD err:000"));
    SMSC.deliver(Delivery.receipt("id:nobody stat:DELIVRD err:000"));
    App app = app(anna);
    assertThat(outcome(answer(pending(), app.id(), code(app)))).isEqualTo("passed");
    for (int i = 0; i < 60 && !start("").code().equals("fraud_blocked"); i++) {
      number = freshNumber();
    }

    String seen = figures();
    assertThat(figure("tweestap_verifications_total{event=\"approved\"}")).isEqualTo(approved + 1);
    // It may have overtaken the record of its own message.
    FakeSmsc.await(
        "delivered",
        () ->
            figure("tweestap_receipts_total{carrier=\"smpp\",state=\"delivered\"}")
                == delivered + 1);
    assertThat(figure("tweestap_receipts_total{carrier=\"smpp\",state=\"unmatched\"}"))
        .isPositive();
    assertThat(figure("tweestap_link_throttles_total{carrier=\"smpp\"}")).isPositive();
    assertThat(figure("tweestap_guard_refusals_total{reason=\"blocked\"}")).isPositive();
    assertThat(figure("tweestap_logins_total{result=\"passed\"}")).isEqualTo(passed + 1);
    assertThat(figure("tweestap_carrier_up{carrier=\"smpp\"}")).isEqualTo(1);
    assertThat(figure("tweestap_carrier_connections{carrier=\"smpp\"}")).isEqualTo(1);
    Set<String> there = names(seen);
    assertThat(there).containsAll(names(expressions()));
    assertThat(there).containsAll(names(Files.readString(OPERATING.resolve("watching.md"))));
    assertThat(names(expressions())).hasSizeGreaterThan(10);
    assertThat(seen)
        .doesNotContain(number.substring(1))
        .doesNotContain(tenant.tenant().id().toString())
        .doesNotContain(code + " ")
        .doesNotContain(mail);
  }

  @Test
  void aQueueIsSeenWithItsAge() throws Exception {
    FakeSmsc.await("the bind", () -> SMSC.bound() == 1);
    SMSC.binding(_ -> 0x0D);
    SMSC.cut();
    FakeSmsc.await("down", () -> figure("tweestap_carrier_up{carrier=\"smpp\"}") == 0);
    post(tenant, "/v1/messages", "{\"to\":\"" + freshNumber() + "\",\"text\":\"Hi\"}");
    clock.advance(Duration.ofSeconds(90));
    String queue = "{carrier=\"smpp\",priority=\"service\"}";
    assertThat(figure("tweestap_queue_due" + queue)).isEqualTo(1);
    assertThat(figure("tweestap_queue_oldest_seconds" + queue)).isBetween(80.0, 100.0);
    SMSC.binding(_ -> 0);
    FakeSmsc.await("empty", () -> figure("tweestap_queue_due" + queue) == 0);
  }

  @Test
  void whoHasNoTokenSeesNothing() {
    for (String path : Set.of("/metrics", "/", "/anything")) {
      assertThat(send(at(path)).status()).isEqualTo(401);
      assertThat(send(at(path).header("Authorization", "Bearer " + TOKEN + "0")).status())
          .isEqualTo(401);
    }
    assertThat(send(withToken("/other")).status()).isEqualTo(404);
    assertThat(send(withToken("/metrics").DELETE()).status()).isEqualTo(405);
  }

  @Test
  void thePortOfTheApiHasNone() {
    for (String path : Set.of("/metrics", "/actuator/prometheus", "/actuator/metrics")) {
      assertThat(send(request(path)).status()).isEqualTo(404);
      assertThat(get(tenant, path).status()).isEqualTo(404);
    }
  }

  private static String figures() {
    Answer answer = send(withToken("/metrics"));
    assertThat(answer.status()).isEqualTo(200);
    return answer.text();
  }

  /// 0 where it was never counted.
  private static double figure(String series) {
    return figures()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0.0);
  }

  private static HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path));
  }

  private static HttpRequest.Builder withToken(String path) {
    return at(path).header("Authorization", "Bearer " + TOKEN);
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// All that the board asks for.
  private static String expressions() throws IOException {
    JsonNode board =
        JsonMapper.shared().readTree(Files.readString(OPERATING.resolve("grafana/tweestap.json")));
    return board.findValues("expr").stream()
        .map(JsonNode::asString)
        .collect(Collectors.joining("\n"));
  }
}
