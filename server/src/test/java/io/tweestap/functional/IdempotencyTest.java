package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends VerificationTest {
  @Test
  void theSameRequestWithTheSameKeySendsOnce() {
    Answer first = startWithKey("key-1", "");
    Answer second = startWithKey("key-1", "");

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    text(1);
    assertThat(messages().path("data").size()).isEqualTo(1);
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() {
    startWithKey("key-1", "");

    Answer other = startWithKey("key-1", "\"code_length\": 8");

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("idempotency_mismatch");
  }

  @Test
  void anotherKeySendsAgain() {
    assertThat(startWithKey("key-1", "").text()).isNotEqualTo(startWithKey("key-2", "").text());
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    String first = startWithKey("key-1", "").text();
    advance(Duration.ofHours(24).plusSeconds(1));

    assertThat(startWithKey("key-1", "").text()).isNotEqualTo(first);
  }

  @Test
  void aRefusedRequestMayBeRepairedWithTheSameKey() {
    Answer refused = startWithKey("key-1", "\"ttl\": 601");
    assertThat(refused.code()).isEqualTo("ttl_over_cap");

    assertThat(startWithKey("key-1", "\"ttl\": 600").status()).isEqualTo(201);
  }

  @Test
  void aKeyOfAnotherTenantIsAnotherKey() {
    String first = startWithKey("key-1", "").text();
    tenant = otherTenant();

    Answer other = startWithKey("key-1", "");

    assertThat(other.status()).isEqualTo(201);
    assertThat(other.text()).isNotEqualTo(first);
  }

  @Test
  void aKeyOfTheWrongFormIsRefused() {
    assertThat(startWithKey("has space", "").code()).isEqualTo("invalid_field");
    assertThat(startWithKey("x".repeat(256), "").code()).isEqualTo("invalid_field");
  }

  @Test
  void twinsThatArriveAtOnceSendOnce() throws Exception {
    List<String> answers = Together.run(16, () -> startWithKey("twin", "").text());

    assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
    text(1);
    assertThat(messages().path("data").size()).isEqualTo(1);
  }

  @Test
  void aRepeatedResendSendsOnce() {
    String id = started();
    advance(Duration.ofSeconds(30));
    String path = "/v1/verifications/" + id + "/resend";

    Answer first = send(withJson(keyed(path, "again"), "POST", "{}"));
    Answer second = send(withJson(keyed(path, "again"), "POST", "{}"));

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
  }

  private Answer startWithKey(String key, String more) {
    String body =
        """
        {"to": "%s", "channel": "sms", "purpose": "login"%s}
        """
            .formatted(number, more.isEmpty() ? "" : ", " + more);
    return send(withJson(keyed("/v1/verifications", key), "POST", body));
  }

  private HttpRequest.Builder keyed(String path, String key) {
    return authorized(tenant, path).header("Idempotency-Key", key);
  }
}
