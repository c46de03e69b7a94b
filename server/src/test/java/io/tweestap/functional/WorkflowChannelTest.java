package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.delivery.http.KnownApi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// A step whose channel no carrier serves: the next one follows at once.
class WorkflowChannelTest extends ApiTest {
  private static final KnownApi PROVIDER = KnownApi.twilio();

  @DynamicPropertySource
  static void carrier(DynamicPropertyRegistry settings) {
    settings.add("tweestap.carrier.http.style", () -> "twilio");
    settings.add("tweestap.carrier.http.url", PROVIDER::origin);
    settings.add("tweestap.carrier.http.auth.type", () -> "basic");
    settings.add("tweestap.carrier.http.auth.user", () -> "AC1");
    settings.add("tweestap.carrier.http.auth.secret", () -> "t0ken");
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  @Test
  void itIsSkippedWithItsReason() {
    TestTenant tenant = newTenant();
    Answer started =
        post(
            tenant,
            "/v1/verifications",
            """
            {"to": "+31612345678", "purpose": "login", "workflow": [
             {"channel": "sms", "wait_seconds": 60}, {"channel": "voice", "wait_seconds": 60},
             {"channel": "sms"}]}\
            """);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    String id = started.json().path("id").asString();
    await().until(() -> PROVIDER.sent().size() == 1);
    clock.advance(Duration.ofSeconds(60));
    await().until(() -> PROVIDER.sent().size() == 2);
    assertThat(steps(tenant, id))
        .containsExactly("sms sent", "voice skipped channel_not_available", "sms sent");
  }

  private List<String> steps(TestTenant tenant, String id) {
    return get(tenant, "/v1/verifications/" + id)
        .json()
        .path("workflow")
        .valueStream()
        .map(WorkflowChannelTest::words)
        .toList();
  }

  private static String words(JsonNode step) {
    String reason = step.has("reason") ? " " + step.path("reason").asString() : "";
    return step.path("channel").asString() + " " + step.path("state").asString() + reason;
  }
}
