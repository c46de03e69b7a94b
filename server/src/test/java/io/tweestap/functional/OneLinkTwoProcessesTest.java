package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import io.tweestap.testkit.smsc.SubmitSm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Two server processes on one database, each bound to the same operator by the same link, whose
/// rate counts for both together.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneLinkTwoProcessesTest extends ApiTest {
  private static final int RATE = 40;
  private static final int MESSAGES = 160;
  private static final FakeSmsc SMSC = new FakeSmsc();

  /// Each by itself would be done in half of the time at this rate; a first message that was held
  /// up on its way may cost some of it.
  private static final Duration AT_LEAST = Duration.ofMillis(1000L * (MESSAGES - 1) / RATE * 3 / 4);

  @Autowired private Environment environment;

  private final List<Long> moments = Collections.synchronizedList(new ArrayList<>());
  private ServerNode other;

  @DynamicPropertySource
  static void link(DynamicPropertyRegistry settings) {
    settings.add("tweestap.carrier.smpp.host", () -> "localhost");
    settings.add("tweestap.carrier.smpp.port", SMSC::port);
    settings.add("tweestap.carrier.smpp.tls", () -> "false");
    settings.add("tweestap.carrier.smpp.system-id", () -> "tweestap");
    settings.add("tweestap.carrier.smpp.password", () -> "secret08");
    settings.add("tweestap.carrier.smpp.window", () -> "100");
    settings.add("tweestap.carrier.smpp.rate", () -> RATE);
  }

  @BeforeAll
  void startOther() throws IOException {
    other =
        ServerNode.start(
            environment,
            Map.of(
                "TWEESTAP_CARRIER_SMPP_HOST", "localhost",
                "TWEESTAP_CARRIER_SMPP_PORT", "" + SMSC.port(),
                "TWEESTAP_CARRIER_SMPP_TLS", "false",
                "TWEESTAP_CARRIER_SMPP_SYSTEM_ID", "tweestap",
                "TWEESTAP_CARRIER_SMPP_PASSWORD", "secret08",
                "TWEESTAP_CARRIER_SMPP_WINDOW", "100",
                "TWEESTAP_CARRIER_SMPP_RATE", "" + RATE));
    other.address();
  }

  @AfterAll
  void stopOther() {
    other.close();
  }

  @Test
  void eachMessageIsSubmittedOnceAndTheRateOfTheLinkIsKeptByBothTogether() {
    clock.set(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
    SMSC.answering(message -> {
      moments.add(System.nanoTime());
      return SmscAnswer.taken("id-" + message.number());
    });
    await().atMost(Duration.ofSeconds(30)).until(() -> SMSC.bound() == 2);
    TestTenant tenant = newTenant();
    String recipients =
        IntStream.range(0, MESSAGES)
            .mapToObj("{\"to\":\"+3161234%04d\"}"::formatted)
            .collect(Collectors.joining(","));
    String body = "{\"recipients\":[%s],\"text\":\"Hi\"}".formatted(recipients);
    Answer accepted = post(tenant, "/v1/messages", body);
    assertThat(accepted.status()).isEqualTo(202);
    String batch = accepted.json().path("batch_id").asString();

    await().atMost(Duration.ofSeconds(60)).until(() -> allAccepted(tenant, batch));

    assertThat(SMSC.submitted())
        .extracting(SubmitSm::destination)
        .doesNotHaveDuplicates()
        .hasSize(MESSAGES);
    assertThat(SMSC.submitted()).extracting(SubmitSm::session).contains(0, 1);
    assertThat(Duration.ofNanos(moments.getLast() - moments.getFirst())).isGreaterThan(AT_LEAST);
  }

  private boolean allAccepted(TestTenant tenant, String batch) {
    return get(tenant, "/v1/messages/batches/" + batch).json().at("/states/accepted").asInt(0)
        == MESSAGES;
  }
}
