package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.operations.Chore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// The fraud guard for messages that an application writes itself.
@TestPropertySource(properties = "tweestap.risk.guard-sandbox=true")
class MessageGuardTest extends VerificationTest {
  private static final String MESSAGES = "/v1/messages";
  private static final int ALLOWED = 30;

  @Autowired private JdbcClient jdbc;
  @Autowired private List<Chore> chores;

  @Test
  void whatIsTooMuchForABlockOfNumbersIsHeldBackAndNothingOfItIsSent() {
    enforce();
    assertThat(batch(0, ALLOWED).status()).isEqualTo(202);
    Answer held = one(ALLOWED);
    assertThat(held.status()).isEqualTo(429);
    assertThat(held.code()).isEqualTo("fraud_blocked");
    assertThat(held.json().path("field").asString()).isEqualTo("to");
    assertThat(held.json().path("retry_after_seconds").asInt()).isEqualTo(900);
    assertThat(held.text()).doesNotContain("31").doesNotContain(number.substring(3));
    assertThat(sent()).isEqualTo(ALLOWED);
    JsonNode decision = decisions().path(0);
    assertThat(decision.path("rule").asString()).isEqualTo("messages_prefix_hour");
    assertThat(decision.path("action").asString()).isEqualTo("refused");
    assertThat(decision.path("opened_block").asBoolean()).isTrue();
    assertThat(decision.path("count").asDouble()).isEqualTo(ALLOWED + 1);
    assertThat(decision.path("threshold").asDouble()).isEqualTo(ALLOWED);
    assertThat(get(tenant, "/v1/audit").text()).contains("messages_prefix_hour");
  }

  @Test
  void ofABatchEachRecipientThatIsHeldBackIsNamedAndNoOther() {
    enforce();
    batch(0, ALLOWED);
    one(ALLOWED);
    String honest = freshNumber();
    Answer refused =
        post(
            tenant,
            MESSAGES,
            "{\"recipients\":[{\"to\":\"%s\"},{\"to\":\"%s\"}],\"text\":\"Hi\"}"
                .formatted(honest, numbered(7)));
    assertThat(refused.code()).isEqualTo("recipients_refused");
    assertThat(refused.json().path("errors").valueStream())
        .extracting(line -> line.path("index").asInt() + " " + line.path("code").asString())
        .containsExactly("1 fraud_blocked");
    Answer alone = post(tenant, MESSAGES, "{\"to\":\"" + honest + "\",\"text\":\"Hi\"}");
    assertThat(alone.status()).isEqualTo(202);
  }

  @Test
  void aRefusalUnderAnIdempotencyKeyIsKeptToo() {
    enforce();
    batch(0, ALLOWED);
    String body = "{\"to\":\"%s\",\"text\":\"Hi\"}".formatted(numbered(ALLOWED));
    for (int i = 1; i <= 2; i++) {
      int tries = i;
      Answer held =
          send(
              withJson(
                  authorized(tenant, MESSAGES).header("Idempotency-Key", "try-" + i),
                  "POST",
                  body));
      assertThat(held.code()).isEqualTo("fraud_blocked");
      await().until(() -> decisions().size() == tries);
      advance(Duration.ofMillis(2));
    }
    assertThat(decisions().path(1).path("opened_block").asBoolean()).isTrue();
    assertThat(decisions().path(0).path("opened_block").asBoolean()).isFalse();
  }

  @Test
  void aBlockEnds() {
    enforce();
    batch(0, ALLOWED);
    assertThat(one(ALLOWED).code()).isEqualTo("fraud_blocked");
    advance(Duration.ofHours(2));
    assertThat(one(ALLOWED).status()).isEqualTo(202);
  }

  @Test
  void untilItIsSaidOtherwiseItOnlyRecordsAndOncePerBlock() {
    assertThat(get(tenant, "/v1/fraud/settings").json().path("messages_mode").asString())
        .isEqualTo("record_only");
    batch(0, ALLOWED);
    for (int i = 0; i < 3; i++) {
      assertThat(one(ALLOWED + i).status()).isEqualTo(202);
    }
    assertThat(decisions().size()).isEqualTo(1);
    assertThat(decisions().path(0).path("action").asString()).isEqualTo("would_refuse");
  }

  @Test
  void whatIsRefusedForAnotherReasonIsNotCounted() {
    enforce();
    patch(tenant, "/v1/settings", "{\"limits\":{\"messages_per_tenant_day\":1}}");
    assertThat(batch(0, ALLOWED).code()).isEqualTo("rate_limited");
    assertThat(counted()).isZero();
    patch(tenant, "/v1/settings", "{\"limits\":{\"messages_per_tenant_day\":null}}");
    assertThat(batch(0, ALLOWED).status()).isEqualTo(202);
    assertThat(counted()).isEqualTo(ALLOWED);
    assertThat(one(ALLOWED).code()).isEqualTo("fraud_blocked");
    assertThat(counted()).as("nor is what it refuses itself").isEqualTo(ALLOWED);
  }

  @Test
  void manyAtOnceGetNoMoreThanOneAfterTheOther() throws Exception {
    enforce();
    List<Answer> answers = Together.run(60, () -> one(ThreadNumbers.next()));
    assertThat(answers.stream().filter(answer -> answer.status() == 202).count())
        .isLessThanOrEqualTo(ALLOWED);
    assertThat(answers).allMatch(answer -> answer.status() == 202 || answer.status() == 429);
  }

  @Test
  void aSafeNumberIsNeitherCountedNorHeldBack() {
    put(
        tenant,
        "/v1/fraud/settings",
        "{\"mode\":\"enforce\",\"messages_mode\":\"enforce\",\"safe_numbers\":[\"%s\"]}"
            .formatted(number.substring(0, 8)));
    assertThat(batch(0, 60).status()).isEqualTo(202);
    assertThat(counted()).isZero();
  }

  @Test
  void whenItCannotCountNothingIsSent() {
    jdbc.sql("ALTER TABLE message_velocity RENAME TO message_velocity_away").update();
    try {
      assertThat(one(1).status()).isEqualTo(503);
      assertThat(sent()).isZero();
    } finally {
      jdbc.sql("ALTER TABLE message_velocity_away RENAME TO message_velocity").update();
    }
  }

  @Test
  void anotherTenantsMessagesAreItsOwnAffair() {
    enforce();
    batch(0, ALLOWED);
    assertThat(one(ALLOWED).code()).isEqualTo("fraud_blocked");
    tenant = newTenant();
    enforce();
    assertThat(one(ALLOWED).status()).isEqualTo(202);
    assertThat(decisions().size()).isZero();
  }

  @Test
  void whatIsUsualIsKeptByDay() {
    batch(0, 20);
    chores.stream().filter(chore -> chore.name().equals("roll-up-messages")).forEach(Chore::run);
    assertThat(
            jdbc.sql("SELECT sum(sent) FROM message_day WHERE tenant_id = :tenant")
                .param("tenant", tenant.tenant().id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(20);
  }

  @Test
  void aModeThatIsNoneIsRefused() {
    Answer refused =
        put(tenant, "/v1/fraud/settings", "{\"mode\":\"enforce\",\"messages_mode\":\"off\"}");
    assertThat(refused.json().path("field").asString()).isEqualTo("messages_mode");
  }

  /// A number for each call, whichever thread makes it.
  private static final class ThreadNumbers {
    private static final java.util.concurrent.atomic.AtomicInteger LAST =
        new java.util.concurrent.atomic.AtomicInteger();

    static int next() {
      return LAST.incrementAndGet();
    }
  }

  private void enforce() {
    Answer set =
        put(tenant, "/v1/fraud/settings", "{\"mode\":\"enforce\",\"messages_mode\":\"enforce\"}");
    assertThat(set.json().path("messages_mode").asString()).isEqualTo("enforce");
  }

  /// A number of the block of numbers of this test.
  private String numbered(int last) {
    return number.substring(0, number.length() - 4) + "%04d".formatted(1000 + last);
  }

  private Answer one(int last) {
    return post(tenant, MESSAGES, "{\"to\":\"" + numbered(last) + "\",\"text\":\"Hi\"}");
  }

  private Answer batch(int first, int count) {
    String recipients =
        IntStream.range(first, first + count)
            .mapToObj(i -> "{\"to\":\"" + numbered(i) + "\"}")
            .collect(Collectors.joining(","));
    return post(tenant, MESSAGES, "{\"recipients\":[" + recipients + "],\"text\":\"Hi\"}");
  }

  private JsonNode decisions() {
    return get(tenant, "/v1/fraud/decisions").json().path("data");
  }

  private int sent() {
    return count("SELECT count(*) FROM message WHERE tenant_id = :tenant");
  }

  private int counted() {
    return count(
        "SELECT coalesce(sum(sent), 0) FROM message_velocity"
            + " WHERE tenant_id = :tenant AND kind = 'message_prefix'");
  }

  private int count(String sql) {
    return jdbc.sql(sql)
        .param("tenant", tenant.tenant().id().value())
        .query(Integer.class)
        .single();
  }
}
