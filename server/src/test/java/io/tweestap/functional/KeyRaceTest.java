package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.webauthn.SoftwareKey;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.JsonNode;

@DisplayName("Races with security keys: what a key said counts once")
class KeyRaceTest extends KeyTest {
  private static final int THREADS = 64;

  @RepeatedTest(2)
  @DisplayName("WA-1: one answer, sent 64 times at once, passes one login once")
  void oneAnswerPassesOnce() throws Exception {
    Registered with = registered();
    String login = pending();
    String response = with.key().get(options(asked(login, with.factor())), origin());

    List<String> outcomes =
        Together.run(THREADS, () -> outcome(answered(login, with.factor(), response)));

    assertThat(outcomes).filteredOn("passed"::equals).hasSize(1);
  }

  @RepeatedTest(2)
  @DisplayName("WA-1: one answer, verified 64 times at once outside of a login, is right once")
  void oneAnswerIsRightOnce() throws Exception {
    Registered with = registered();
    String path = FACTORS + "/" + with.factor();
    JsonNode asked = post(tenant, path + "/challenges", "{}").json();
    String body =
        "{\"response\":%s,\"challenge_id\":\"%s\"}"
            .formatted(
                with.key().get(options(asked), origin()), asked.path("challenge_id").asString());

    List<Integer> statuses =
        Together.run(THREADS, () -> post(tenant, path + "/verify", body).status());

    assertThat(statuses).filteredOn(Integer.valueOf(200)::equals).hasSize(1);
  }

  @RepeatedTest(2)
  @DisplayName("WA-13: one registration, sent 64 times at once, makes one factor")
  void oneRegistrationMakesOneFactor() throws Exception {
    SoftwareKey key = key();
    JsonNode begun = begunKey("blue");
    String response = key.create(options(begun), origin());

    List<Integer> statuses = Together.run(THREADS, () -> confirm(begun, response).status());

    assertThat(statuses).filteredOn(Integer.valueOf(200)::equals).hasSize(1);
    assertThat(get(tenant, FACTORS).json().path("data").size()).isEqualTo(1);
  }

  @RepeatedTest(2)
  @DisplayName("WA-13: the same key for two pending factors at once becomes one of them")
  void oneKeyBecomesOneFactor() throws Exception {
    SoftwareKey key = key();
    JsonNode one = begunKey("one");
    JsonNode two = begunKey("two");
    var responses =
        new java.util.concurrent.ConcurrentLinkedQueue<>(
            List.of(
                List.of(one, key.create(options(one), origin())),
                List.of(two, key.create(options(two), origin()))));

    List<Integer> statuses =
        Together.run(
            2,
            () -> {
              List<Object> mine = java.util.Objects.requireNonNull(responses.poll());
              return confirm((JsonNode) mine.get(0), (String) mine.get(1)).status();
            });

    assertThat(statuses).filteredOn(Integer.valueOf(200)::equals).hasSize(1);
  }
}
