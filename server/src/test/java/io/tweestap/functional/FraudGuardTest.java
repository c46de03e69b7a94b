package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.operations.Chore;
import io.tweestap.risk.Approvals;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DisplayName("The fraud guard holds codes back that nobody types")
@TestPropertySource(properties = "tweestap.risk.guard-sandbox=true")
class FraudGuardTest extends VerificationTest {
  private static final AtomicInteger LINES = new AtomicInteger();

  @Autowired private Approvals approvals;
  @Autowired private JdbcClient jdbc;

  @Autowired private List<Chore> chores;

  @BeforeEach
  void aFullHourBegins() {
    Instant now = clock.instant();
    Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    advance(Duration.between(now, next));
  }

  @Test
  void aTenantThatBeginsMayHaveThreeOpenInAnHourAndCountry() {
    sentToFreshNumbers(3);

    number = freshNumber();
    Answer refused = start("");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("fraud_blocked");
    assertThat(refused.header("Retry-After")).isEqualTo("900");
    assertThat(refused.json().path("retry_after_seconds").asInt()).isEqualTo(900);
    assertThat(get(tenant, "/v1/messages").json().path("data").size()).isEqualTo(3);
    assertThat(get(tenant, "/v1/verifications").json().path("data").size()).isEqualTo(3);
  }

  /// A refusal undoes what the request of a key wrote, but not what the guard has to remember.
  @Test
  void aRefusalUnderAnIdempotencyKeyBeginsABlockToo() {
    sentToFreshNumbers(3);
    number = freshNumber();

    assertThat(startOnce("one").code()).isEqualTo("fraud_blocked");
    await().until(() -> decisions() == 1);
    assertThat(startOnce("two").code()).isEqualTo("fraud_blocked");
    await().until(() -> decisions() == 2);
    advance(Duration.ofMinutes(16));
    assertThat(startOnce("three").header("Retry-After"))
        .as("the second block of the day is twice as long")
        .isEqualTo("1800");
  }

  private Answer startOnce(String key) {
    String body = "{\"to\":\"%s\",\"channel\":\"sms\",\"purpose\":\"login\"}".formatted(number);
    return send(
        withJson(
            authorized(tenant, "/v1/verifications").header("Idempotency-Key", key), "POST", body));
  }

  private int decisions() {
    return get(tenant, "/v1/fraud/decisions").json().path("data").size();
  }

  @Test
  void theRefusalTellsNothingOfWhatWasCounted() {
    sentToFreshNumbers(3);
    number = freshNumber();

    assertThat(start("").json().propertyNames())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "code", "retry_after_seconds");
  }

  @Test
  void aBlockThatStandsIsAmongTheNextActions() {
    String id =
        id(
            post(
                tenant,
                "/v1/verifications",
                """
                {"to": "%s", "channel": "sms", "purpose": "contact", "ttl": 3600}
                """
                    .formatted(number)));
    sentToFreshNumbers(2);
    number = freshNumber();
    assertThat(start("").code()).isEqualTo("fraud_blocked");
    advance(Duration.ofMinutes(1));

    String next = get(tenant, "/v1/verifications/" + id).json().path("next_actions").toString();

    assertThat(next)
        .isEqualTo(
            "[{\"action\":\"check\",\"in_seconds\":0},"
                + "{\"action\":\"resend\",\"channel\":\"sms\",\"in_seconds\":840},"
                + "{\"action\":\"resend\",\"channel\":\"voice\",\"in_seconds\":840}]");
    assertThat(resend(id).json().path("next_actions").toString()).isEqualTo(next);
  }

  @Test
  void aCodeThatWasTypedMakesRoomForTheNext() {
    for (int i = 0; i < 6; i++) {
      number = freshNumber();
      approve(started());
    }
    sentToFreshNumbers(3);
    blocked();
  }

  @Test
  void aResendCountsAsSentAndNotAsTyped() {
    String id = started();
    for (int i = 0; i < 2; i++) {
      advance(Duration.ofMinutes(2));
      assertThat(resend(id).status()).isEqualTo(200);
    }
    assertThat(counts("country")).isEqualTo("3 sent, 0 verified, 2 excused");
    advance(Duration.ofMinutes(2));

    assertThat(resend(id).code()).isEqualTo("fraud_blocked");
  }

  @Test
  void whoTypesTheLastOfSeveralCodesIsHeldNothingAgainst() {
    String id = started();
    text(1);
    advance(Duration.ofMinutes(1));
    resend(id);
    assertThat(check(id, code(2)).status()).isEqualTo(200);
    approvals.write();

    assertThat(counts("country")).isEqualTo("2 sent, 1 verified, 1 excused");
    assertThat(counts("prefix")).isEqualTo("2 sent, 1 verified, 1 excused");
  }

  @Test
  void blocksLastLongerFromOneToTheNext() {
    sentToFreshNumbers(3);
    for (int minutes : new int[] {15, 30, 60, 120, 240, 480, 720, 720}) {
      // As many as it takes: what is a day old is no longer counted.
      while (start("").status() == 201) {
        number = freshNumber();
      }
      assertThat(start("").json().path("retry_after_seconds").asInt()).isEqualTo(minutes * 60);
      advance(Duration.ofMinutes(minutes));
      number = freshNumber();
    }
    advance(Duration.ofHours(25));
    sentToFreshNumbers(3);
    number = freshNumber();
    assertThat(start("").json().path("retry_after_seconds").asInt()).isEqualTo(900);
  }

  @Test
  void aBlockedBlockOfNumbersDoesNotCloseItsCountry() {
    String prefix = number.substring(0, number.length() - 4);
    for (int i = 0; i < 3; i++) {
      number = line(prefix);
      started();
    }
    number = line(prefix);
    assertThat(start("").code()).isEqualTo("fraud_blocked");

    sentToFreshNumbers(3);
    number = line(prefix);
    assertThat(start("").code()).isEqualTo("fraud_blocked");
  }

  @Test
  void aSourceThatTriesFourCountriesIsBlocked() {
    patch(tenant, "/v1/settings", "{\"allowed_countries\":[\"NL\",\"DE\",\"BE\",\"FR\",\"AT\"]}");
    for (String to : List.of("+31612345678", "+4915112345678", "+32470123456")) {
      assertThat(startFrom(to).status()).isEqualTo(201);
    }
    assertThat(startFrom("+33612345678").code()).isEqualTo("fraud_blocked");
    assertThat(startFrom("+31687654321").code()).isEqualTo("fraud_blocked");
    number = "+33612345678";
    started();
  }

  @Test
  void manyAtOnceGetNoMoreThanTheThreshold() throws Exception {
    List<String> numbers = IntStream.range(0, 64).mapToObj(_ -> freshNumber()).toList();
    AtomicInteger next = new AtomicInteger();

    List<Integer> answers =
        Together.run(64, () -> startAt(numbers.get(next.getAndIncrement())).status());

    assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(61);
    assertThat(get(tenant, "/v1/messages").json().path("data").size()).isEqualTo(3);
    assertThat(counts("country")).isEqualTo("3 sent, 0 verified, 0 excused");
  }

  @Test
  void whatOthersSendDoesNotMatter() {
    sentToFreshNumbers(3);
    blocked();

    tenant = otherTenant();
    sentToFreshNumbers(3);
    blocked();
  }

  @Test
  void testNumbersAndMailAreNotCounted() {
    number = freshNumber();
    put(tenant, "/v1/settings/test_numbers/%2B" + number.substring(1), "{\"code\":\"424242\"}");
    for (int i = 0; i < 8; i++) {
      started();
    }
    assertThat(counts("country")).isEqualTo("nothing");
  }

  @Test
  void countsAreForgottenWhenNoRuleLooksAtThem() {
    sentToFreshNumbers(3);
    blocked();
    advance(Duration.ofDays(2));
    chores.stream().filter(chore -> chore.name().equals("forget-fraud-counts")).forEach(Chore::run);
    assertThat(counts("country")).isEqualTo("nothing");
    assertThat(jdbc.sql("SELECT count(*) FROM fraud_block").query(Integer.class).single()).isZero();
  }

  @Test
  void whatALimitRefusesIsNotCounted() {
    patch(tenant, "/v1/settings", "{\"limits\":{\"sends_per_address_hour\":1}}");
    started();
    for (int i = 0; i < 3; i++) {
      assertThat(start("").code()).isEqualTo("rate_limited");
    }
    assertThat(counts("country")).isEqualTo("1 sent, 0 verified, 0 excused");
    assertThat(counts("prefix")).isEqualTo("1 sent, 0 verified, 0 excused");
  }

  @Test
  void withoutTheGuardNothingIsSentAndEverythingIsChecked() {
    String id = started();
    String code = code(1);
    jdbc.sql("ALTER TABLE fraud_count RENAME TO fraud_gone").update();
    try {
      number = freshNumber();
      Answer refused = start("");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("unavailable");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(get(tenant, "/v1/messages").json().path("data").size()).isEqualTo(1);
      assertThat(get(tenant, "/v1/verifications").json().path("data").size()).isEqualTo(1);

      assertThat(check(id, code).status()).isEqualTo(200);
      approvals.write();
    } finally {
      jdbc.sql("ALTER TABLE fraud_gone RENAME TO fraud_count").update();
    }
    approvals.write();
    assertThat(counts("country")).as("counted later").isEqualTo("1 sent, 1 verified, 0 excused");
  }

  private void sentToFreshNumbers(int times) {
    for (int i = 0; i < times; i++) {
      number = freshNumber();
      started();
    }
  }

  private void blocked() {
    number = freshNumber();
    assertThat(start("").code()).isEqualTo("fraud_blocked");
  }

  private void approve(String id) {
    assertThat(check(id, code(1)).status()).isEqualTo(200);
    approvals.write();
  }

  private static String line(String prefix) {
    return prefix + "%04d".formatted(LINES.incrementAndGet());
  }

  private Answer startFrom(String to) {
    number = to;
    return start("\"source_ip\": \"192.0.2.7\"");
  }

  private Answer startAt(String to) {
    return post(
        tenant,
        "/v1/verifications",
        "{\"to\": \"%s\", \"channel\": \"sms\", \"purpose\": \"login\"}".formatted(to));
  }

  private String counts(String kind) {
    return jdbc.sql(
            """
            SELECT sum(sent) AS sent, sum(verified) AS verified, sum(excused) AS excused
            FROM fraud_count
            WHERE tenant_id = :tenant AND kind = :kind
            """)
        .param("tenant", tenant.tenant().id().value())
        .param("kind", kind)
        .query((row, _) ->
            row.getString("sent") == null
                ? "nothing"
                : row.getString("sent")
                    + " sent, "
                    + row.getString("verified")
                    + " verified, "
                    + row.getString("excused")
                    + " excused")
        .single();
  }
}
