package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.verification.jdbc.WorkflowRows;
import io.tweestap.verification.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("A code that nobody types goes out by the next channel by itself")
class WorkflowTest extends VerificationTest {
  private static final String SMS_THEN_VOICE =
      """
      [{"channel": "sms", "wait_seconds": 30}, {"channel": "voice"}]\
      """;
  private static final Duration LEASE = Duration.ofSeconds(30);

  @Autowired private WorkflowRows rows;
  @Autowired private JdbcClient jdbc;

  @Test
  void theNextChannelFollowsWhenTheWaitHasPassed() {
    Answer started = begin(SMS_THEN_VOICE);
    assertThat(started.json().path("channel").asString()).isEqualTo("sms");
    assertThat(steps(started)).containsExactly("sms sent", "voice waiting");
    String id = id(started);
    String first = code(1);
    advance(Duration.ofSeconds(30));

    assertThat(text(2)).contains("Once more");
    Answer after = whenOver(id);
    assertThat(steps(after)).containsExactly("sms sent", "voice sent");
    assertThat(after.json().path("channel").asString()).isEqualTo("voice");
    assertThat(after.json().path("sends_used").asInt()).isEqualTo(2);
    // As after a resend: the code is a new one, and the old one is void.
    assertThat(check(id, first).code()).isEqualTo("wrong_code");
  }

  @Test
  void theMomentOfTheNextStepIsTold() {
    Answer started = begin(SMS_THEN_VOICE);
    Instant begun = Instant.parse(started.json().path("created_at").asString());

    String due = started.json().at("/workflow/1/at").asString();
    assertThat(Instant.parse(due)).isEqualTo(begun.plusSeconds(30));
  }

  @Test
  void whatIsOverSendsNothingMore() {
    String approved = id(begin(SMS_THEN_VOICE));
    assertThat(check(approved, code(1)).status()).isEqualTo(200);
    String canceled = id(begin(SMS_THEN_VOICE));
    delete(tenant, "/v1/verifications/" + canceled);
    int before = messages().path("data").size();
    advance(Duration.ofMinutes(1));
    awaitNoneDue();

    assertThat(messages().path("data").size()).isEqualTo(before);
    assertThat(steps(show(approved))).containsExactly("sms sent", "voice canceled");
    assertThat(steps(show(canceled))).containsExactly("sms sent", "voice canceled");
  }

  @Test
  void aStepAgainstALimitIsSkippedWithItsReason() {
    limit("sends_per_address_hour", 1);
    String id =
        id(
            begin(
                """
                [{"channel": "sms", "wait_seconds": 30},
                 {"channel": "voice", "wait_seconds": 60}, {"channel": "sms"}]\
                """));
    text(1);
    advance(Duration.ofSeconds(30));

    Answer after = whenOver(id);
    assertThat(steps(after))
        .containsExactly("sms sent", "voice skipped rate_limited", "sms skipped rate_limited");
    assertThat(messages().path("data").size()).isEqualTo(1);
    assertThat(after.json().path("state").asString()).isEqualTo("pending");
  }

  @Test
  void aResendByHandPutsTheNextStepOffAndIsNotRepeated() {
    String id =
        id(begin("[{\"channel\": \"sms\", \"wait_seconds\": 40}, {\"channel\": \"voice\"}]"));
    text(1);
    advance(Duration.ofSeconds(35));
    assertThat(resend(id).status()).isEqualTo(200);
    text(2);
    Instant due = Instant.parse(show(id).json().at("/workflow/1/at").asString());
    assertThat(due).isEqualTo(clock.instant().plusSeconds(60));

    advance(Duration.ofSeconds(60));

    assertThat(steps(whenOver(id))).containsExactly("sms sent", "voice sent");
    text(3);
    assertThat(show(id).json().path("sends_used").asInt()).isEqualTo(3);
  }

  @Test
  void ofManyThatTakeAStepOneHasIt() throws Exception {
    // Far from every moment that the server's own watch looks at.
    String id = id(begin(SMS_THEN_VOICE));
    Instant then = clock.instant().plus(Duration.ofSeconds(30));

    var taken = Together.run(16, () -> claim(id, then));

    assertThat(taken.stream().mapToInt(Collection::size).sum()).isEqualTo(1);
  }

  @Test
  void aStepOfANodeThatDiedIsTakenAgainAfterItsLease() {
    String id = id(begin(SMS_THEN_VOICE));
    text(1);
    Instant then = clock.instant().plus(Duration.ofSeconds(30));
    assertThat(claim(id, then)).hasSize(1);
    assertThat(claim(id, then.plus(LEASE).minusMillis(1))).isEmpty();

    advance(Duration.ofSeconds(30).plus(LEASE));

    assertThat(text(2)).contains("Once more");
    assertThat(steps(whenOver(id))).containsExactly("sms sent", "voice sent");
    assertThat(messages().path("data").size()).isEqualTo(2);
  }

  @Test
  void aStepIsRecordedOnce() throws Exception {
    String id = id(begin(SMS_THEN_VOICE));
    Instant then = clock.instant().plus(Duration.ofSeconds(30));
    WorkflowRows.Due due = claim(id, then).getFirst();
    var none = Workflow.NONE;

    var recorded = Together.run(8, () -> rows.record(due, none));

    assertThat(recorded).filteredOn(once -> once).hasSize(1);
  }

  @Test
  void whatCannotBeIsRefusedWithItsField() {
    refused("[]", "workflow");
    refused("[{\"channel\": \"sms\"}, {\"channel\": \"voice\"}]", "workflow[0].wait_seconds");
    refused(SMS_THEN_VOICE.replace("30", "29"), "workflow[0].wait_seconds");
    refused(SMS_THEN_VOICE.replace("30", "300"), "workflow[0].wait_seconds");
    refused("[{\"channel\": \"sms\", \"wait_seconds\": 30}]", "workflow[0].wait_seconds");
    refused("[{\"wait_seconds\": 30}, {\"channel\": \"sms\"}]", "channel");
    refused(SMS_THEN_VOICE.replace("sms", "pigeon"), "workflow[0].channel");
    refused(SMS_THEN_VOICE.replace("voice", "pigeon"), "workflow[1].channel");
    String step = "{\"channel\": \"sms\", \"wait_seconds\": 120}, ";
    refused("[" + step.repeat(5) + "{\"channel\": \"sms\"}]", "workflow");
    refused(
        """
        [{"channel": "sms", "wait_seconds": 30}, {"channel": "sms", "wait_seconds": 59},
         {"channel": "sms"}]\
        """,
        "workflow[1].wait_seconds");
    assertThat(
            begin("[{\"channel\": \"sms\", \"wait_seconds\": 30}, {\"channel\": \"email\"}]")
                .code())
        .isEqualTo("channel_not_allowed");
    assertThat(start("\"workflow\": [{\"channel\": \"voice\"}]").json().path("field").asString())
        .isEqualTo("channel");
    assertThat(start("\"workflow\": [{\"channel\": \"pigeon\"}]").json().path("field").asString())
        .isEqualTo("workflow[0].channel");
  }

  private void refused(String workflow, String field) {
    Answer refused = begin(workflow);
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }

  private Answer begin(String workflow) {
    return post(
        tenant,
        "/v1/verifications",
        """
        {"to": "%s", "purpose": "login", "workflow": %s}
        """
            .formatted(number, workflow));
  }

  private Answer show(String id) {
    return get(tenant, "/v1/verifications/" + id);
  }

  /// As soon as no step waits any more.
  private Answer whenOver(String id) {
    for (int i = 0; i < 400; i++) {
      Answer shown = show(id);
      if (steps(shown).stream().noneMatch(step -> step.endsWith("waiting"))) {
        return shown;
      }
      pause();
    }
    throw new AssertionError("a step still waits: " + show(id).text());
  }

  private void awaitNoneDue() {
    for (int i = 0; i < 400; i++) {
      long waiting =
          jdbc.sql(
                  "SELECT count(*) FROM verification WHERE tenant_id = :id AND step_at IS NOT NULL")
              .param("id", tenant.tenant().id().value())
              .query(Long.class)
              .single();
      if (waiting == 0) {
        return;
      }
      pause();
    }
    throw new AssertionError("a step of one that is over still waits");
  }

  private List<WorkflowRows.Due> claim(String id, Instant now) {
    return rows.claim(now, now.plus(LEASE), 20).stream()
        .filter(due -> due.id().toString().equals(id))
        .toList();
  }

  private static List<String> steps(Answer answer) {
    return answer.json().path("workflow").valueStream().map(WorkflowTest::words).toList();
  }

  private static String words(JsonNode step) {
    String reason = step.has("reason") ? " " + step.path("reason").asString() : "";
    return step.path("channel").asString() + " " + step.path("state").asString() + reason;
  }

  private void limit(String name, int capacity) {
    Answer changed =
        patch(tenant, "/v1/settings", "{\"limits\": {\"%s\": %d}}".formatted(name, capacity));
    assertThat(changed.status()).isEqualTo(200);
  }
}
