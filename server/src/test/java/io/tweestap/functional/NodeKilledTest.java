package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import io.tweestap.testkit.smsc.SubmitSm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Two server processes on one database. The clock of the one under test stands still, so that all
/// workflow steps and second tries are the other's, until that is killed in their midst.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeKilledTest extends ApiTest {
  private static final int CODES = 100;
  private static final int SOME = 5;
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Duration MOST = Duration.ofSeconds(30);
  private static final FakeSmsc FIRST = new FakeSmsc();
  private static final FakeSmsc SECOND = new FakeSmsc();
  private static final String MESSAGES =
      """
      SELECT state,
        jsonb_array_length(jsonb_path_query_array(tries, '$[*] ? (@.outcome == "no_answer")'))
          AS unanswered
      FROM message
      WHERE tenant_id = :tenant
      """;

  @Autowired private Environment environment;
  @Autowired private JdbcClient jdbc;

  private ServerNode other;

  @DynamicPropertySource
  static void link(DynamicPropertyRegistry settings) {
    settings.add("tweestap.carrier.smpp.host", () -> "localhost");
    settings.add("tweestap.carrier.smpp.port", FIRST::port);
    settings.add("tweestap.carrier.smpp.tls", () -> "false");
    settings.add("tweestap.carrier.smpp.system-id", () -> "tweestap");
    settings.add("tweestap.carrier.smpp.password", () -> "secret08");
    settings.add("tweestap.carrier.smpp.rate", () -> "200");
    settings.add("tweestap.delivery.no-receipt-after", () -> "5s");
    settings.add("tweestap.risk.mode", () -> "record_only");
  }

  @BeforeAll
  void startOther() throws IOException {
    other =
        ServerNode.start(
            environment,
            Map.of(
                "TWEESTAP_CARRIER_SMPP_HOST", "localhost",
                "TWEESTAP_CARRIER_SMPP_PORT", "" + FIRST.port(),
                "TWEESTAP_CARRIER_SMPP_TLS", "false",
                "TWEESTAP_CARRIER_SMPP_SYSTEM_ID", "tweestap",
                "TWEESTAP_CARRIER_SMPP_PASSWORD", "secret08",
                "TWEESTAP_CARRIER_SMPP_RATE", "200",
                "TWEESTAP_DELIVERY_NO_RECEIPT_AFTER", "5s",
                "TWEESTAP_RISK_MODE", "record_only"));
    other.address();
  }

  @AfterAll
  void stopAll() {
    other.close();
    FIRST.close();
    SECOND.close();
  }

  @Test
  void stepsAndSecondTriesOfAKilledNodeAreDoneByTheOtherAndNoneTwice() throws Exception {
    FIRST.answering(message -> slowly("a", message));
    SECOND.answering(message -> slowly("b", message));
    // A few seconds of real time are left until the first step.
    clock.set(Clock.systemUTC().instant().minus(WAIT).plusSeconds(8));
    TestTenant tenant = newTenant();
    makeSecondLink(tenant);
    List<String> codes = begin(tenant);

    await().atMost(MOST).until(() -> SECOND.submissions() > SOME);
    await()
        .atMost(MOST)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> messages(tenant).size() > CODES + SOME);
    other.kill();
    assertThat(messages(tenant).size()).as("killed in the midst").isLessThan(2 * CODES);

    // All that the dead node had taken is free again by then.
    clock.set(Clock.systemUTC().instant().plus(Duration.ofSeconds(32)));
    await().atMost(MOST).until(() -> codes.stream().allMatch(id -> bothSent(tenant, id)));
    await().atMost(MOST).until(() -> messages(tenant).stream().allMatch(Sent::accepted));
    assertThat(messages(tenant)).as("one for each step").hasSize(2 * CODES);

    Map<String, Long> first = copies(FIRST);
    assertThat(first).as("texts that went out").hasSize(2 * CODES);
    long again = first.values().stream().mapToLong(count -> count - 1).sum();
    long admitted = messages(tenant).stream().mapToLong(Sent::unanswered).sum();
    assertThat(again).as("repeated at most where an answer was open").isLessThanOrEqualTo(admitted);
    assertThat(copies(SECOND))
        .as("second tries")
        .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
  }

  private static SmscAnswer slowly(String name, SubmitSm message) {
    return SmscAnswer.taken(name + message.number()).after(Duration.ofMillis(200));
  }

  private void makeSecondLink(TestTenant tenant) {
    Answer made =
        post(
            tenant,
            "/v1/links",
            """
            {"name": "second", "host": "localhost", "port": %d, "tls": false, "rank": 90,
             "system_id": "tweestap", "password": "secret08", "rate": 5, "window": 20}
            """
                .formatted(SECOND.port()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    await().atMost(MOST).until(() -> SECOND.bound() == 2);
  }

  private List<String> begin(TestTenant tenant) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      Answer started =
          post(
              tenant,
              "/v1/verifications",
              """
              {"to": "%s", "purpose": "login",
               "workflow": [{"channel": "sms", "wait_seconds": 30}, {"channel": "sms"}]}
              """
                  .formatted(VerificationTest.freshNumber()));
      ids.add(VerificationTest.id(started));
    }
    return ids;
  }

  private boolean bothSent(TestTenant tenant, String id) {
    return get(tenant, "/v1/verifications/" + id)
        .json()
        .path("workflow")
        .valueStream()
        .allMatch(step -> step.path("state").asString().equals("sent"));
  }

  private record Sent(String state, int unanswered) {
    boolean accepted() {
      return state.equals("accepted");
    }
  }

  private List<Sent> messages(TestTenant tenant) {
    return jdbc.sql(MESSAGES)
        .param("tenant", tenant.tenant().id().value())
        .query((row, _) -> new Sent(row.getString("state"), row.getInt("unanswered")))
        .list();
  }

  /// How often each text came to each number; every message has a code of its own.
  private static Map<String, Long> copies(FakeSmsc smsc) {
    Function<SubmitSm, String> key =
        message -> message.destination() + new String(message.shortMessage(), ISO_8859_1);
    return smsc.submitted().stream().collect(Collectors.groupingBy(key, Collectors.counting()));
  }
}
