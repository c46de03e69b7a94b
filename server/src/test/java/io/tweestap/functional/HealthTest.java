package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A balancer has no credentials and speaks without TLS.
class HealthTest extends ApiTest {
  @Test
  void itIsToldToWhoeverAsks() {
    Answer answer = send(request("/health").GET());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asString()).isEqualTo("up");
    assertThat(answer.json().path("database").asString()).isEqualTo("up");
  }
}
