package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NextActionsTest extends VerificationTest {
  @Test
  void aStartTellsWhenToResendByEachChannelThatFits() {
    assertThat(next(start(""))).containsExactly("check 0", "resend sms 30", "resend voice 30");
  }

  @Test
  void aMailGoesOnlyByMail() {
    Answer started =
        post(
            tenant,
            "/v1/verifications",
            """
            {"to": "anna@example.org", "channel": "email", "purpose": "contact"}
            """);

    assertThat(next(started)).containsExactly("check 0", "resend email 30");
  }

  @Test
  void theSecondsRunDownAndHoldToTheSecond() {
    String id = started();
    advance(Duration.ofSeconds(29));
    assertThat(next(get(id))).containsExactly("check 0", "resend sms 1", "resend voice 1");
    Answer early = resend(id);
    assertThat(early.code()).isEqualTo("too_early");
    assertThat(next(early)).containsExactly("check 0", "resend sms 1", "resend voice 1");

    advance(Duration.ofSeconds(1));
    assertThat(next(get(id))).containsExactly("check 0", "resend sms 0", "resend voice 0");
    Answer again = resend(id);
    assertThat(again.status()).isEqualTo(200);
    assertThat(next(again)).containsExactly("check 0", "resend sms 60", "resend voice 60");
  }

  @Test
  void aWrongCodeTellsWhatToDoAndTheLastOneNothing() {
    String id = started();
    String wrong = wrong(code(1));
    advance(Duration.ofSeconds(10));
    for (int i = 0; i < 4; i++) {
      assertThat(next(check(id, wrong)))
          .containsExactly("check 0", "resend sms 20", "resend voice 20");
    }

    Answer last = check(id, wrong);
    assertThat(last.code()).isEqualTo("too_many_checks");
    assertThat(next(last)).isEmpty();
    assertThat(next(get(id))).isEmpty();
    assertThat(next(resend(id))).isEmpty();
  }

  @Test
  void nothingIsLeftToDoWithOneThatIsOver() {
    String approved = started();
    assertThat(next(check(approved, code(1)))).isEmpty();
    assertThat(next(check(approved, "123456"))).isEmpty();
    String canceled = started();
    assertThat(next(delete(tenant, path(canceled)))).isEmpty();
    String expired = started();
    advance(Duration.ofMinutes(5));

    for (String id : List.of(approved, canceled, expired)) {
      assertThat(get(id).json().has("next_actions")).isTrue();
      assertThat(next(get(id))).isEmpty();
    }
  }

  @Test
  void aSendThatWouldComeAfterTheEndIsNotNamed() {
    Answer started = start("\"ttl\": 30");
    assertThat(next(started)).containsExactly("check 0");
    String id = id(started);
    advance(Duration.ofSeconds(29));

    assertThat(next(get(id))).containsExactly("check 0");
    assertThat(next(resend(id))).containsExactly("check 0");
  }

  @Test
  void afterTheLastSendOnlyACheckIsLeft() {
    String id = started();
    for (int wait : new int[] {30, 60, 120, 120}) {
      advance(Duration.ofSeconds(wait));
      assertThat(resend(id).status()).isEqualTo(200);
    }

    assertThat(next(get(id))).containsExactly("check 0");
    advance(Duration.ofSeconds(120));
    Answer refused = resend(id);
    assertThat(refused.code()).isEqualTo("too_many_sends");
    assertThat(next(refused)).containsExactly("check 0");
  }

  @Test
  void aLimitThatIsUsedUpIsWaitedForAndThatHolds() {
    limit("sends_per_tenant_day", 1440);
    String id = started();
    // One use weighed a minute; without any burst the next has to wait for the end of it.
    limit("sends_per_tenant_day", 1);

    advance(Duration.ofSeconds(30));
    Answer refused = resend(id);
    assertThat(refused.code()).isEqualTo("rate_limited");
    int wait = refused.json().path("retry_after_seconds").asInt();
    assertThat(wait).isEqualTo(30);
    assertThat(next(refused)).containsExactly("check 0", "resend sms 30", "resend voice 30");

    advance(Duration.ofSeconds(30));
    assertThat(next(get(id))).containsExactly("check 0", "resend sms 0", "resend voice 0");
    assertThat(resend(id).status()).isEqualTo(200);
  }

  @Test
  void aLimitThatOpensAfterTheEndLeavesOnlyTheCheck() {
    limit("sends_per_address_hour", 1);

    Answer started = start("");

    assertThat(next(started)).containsExactly("check 0");
    assertThat(next(get(id(started)))).containsExactly("check 0");
  }

  @Test
  void theLimitOfAVisitorIsNoneOfAResends() {
    limit("sends_per_source_hour", 1);

    assertThat(next(start("\"source_ip\": \"203.0.113.7\"")))
        .containsExactly("check 0", "resend sms 30", "resend voice 30");
  }

  @Test
  void aListTellsNothingOfIt() {
    started();

    assertThat(get(tenant, "/v1/verifications").json().at("/data/0").has("next_actions")).isFalse();
  }

  private static List<String> next(Answer answer) {
    assertThat(answer.json().has("next_actions")).as(answer.text()).isTrue();
    return answer.json().path("next_actions").valueStream().map(NextActionsTest::words).toList();
  }

  private static String words(JsonNode action) {
    String channel = action.has("channel") ? action.path("channel").asString() + " " : "";
    return action.path("action").asString() + " " + channel + action.path("in_seconds").asInt();
  }

  private Answer get(String id) {
    return get(tenant, path(id));
  }

  private static String path(String id) {
    return "/v1/verifications/" + id;
  }

  private void limit(String name, int capacity) {
    Answer changed =
        patch(tenant, "/v1/settings", "{\"limits\": {\"%s\": %d}}".formatted(name, capacity));
    assertThat(changed.status()).isEqualTo(200);
  }
}
