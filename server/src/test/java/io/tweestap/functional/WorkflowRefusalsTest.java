package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Steps of a workflow that the fraud guard or the number of sends stops: what stopped one would
/// stop those behind it.
@TestPropertySource(properties = "tweestap.risk.guard-sandbox=true")
class WorkflowRefusalsTest extends VerificationTest {
  private static final String STEPS =
      """
      "workflow": [{"channel": "sms", "wait_seconds": 30},
       {"channel": "voice", "wait_seconds": 60}, {"channel": "sms"}]\
      """;

  @Autowired private JdbcClient jdbc;

  @Test
  void aBlockOfTheGuardEndsIt() {
    String id = id(start(STEPS));
    text(1);
    String mine = number;
    for (int i = 0; i < 3; i++) {
      number = mine.substring(0, mine.length() - 4) + (2000 + i);
      start("");
    }
    number = mine.substring(0, mine.length() - 4) + 3000;
    assertThat(start("").code()).isEqualTo("fraud_blocked");
    number = mine;
    advance(Duration.ofSeconds(30));
    assertThat(whenOver(id))
        .containsExactly("sms sent", "voice skipped fraud_blocked", "sms canceled");
    assertThat(messages().path("data").size()).as("nothing more was sent").isEqualTo(1);
    assertThat(check(id, code(1)).status()).as("the code that came is good").isEqualTo(200);
  }

  @Test
  void afterAsManySendsAsAreAllowedNothingFollows() {
    String id = id(start(STEPS));
    text(1);
    jdbc.sql("UPDATE verification SET sends_used = sends_max WHERE tenant_id = :tenant")
        .param("tenant", tenant.tenant().id().value())
        .update();
    advance(Duration.ofSeconds(30));
    assertThat(whenOver(id))
        .containsExactly("sms sent", "voice skipped too_many_sends", "sms canceled");
    assertThat(messages().path("data").size()).isEqualTo(1);
    assertThat(check(id, code(1)).status()).isEqualTo(200);
  }

  private List<String> whenOver(String id) {
    await().until(() -> steps(id).stream().noneMatch(step -> step.endsWith("waiting")));
    return steps(id);
  }

  private List<String> steps(String id) {
    return get(tenant, "/v1/verifications/" + id)
        .json()
        .path("workflow")
        .valueStream()
        .map(WorkflowRefusalsTest::words)
        .toList();
  }

  private static String words(JsonNode step) {
    String reason = step.has("reason") ? " " + step.path("reason").asString() : "";
    return step.path("channel").asString() + " " + step.path("state").asString() + reason;
  }
}
