package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No text has a NUL in it: PostgreSQL takes none, so that one would break what it comes to.
class NulTest extends ApiTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/audit?actor=",
        "/v1/audit/export?source=",
        "/v1/inbound?to=",
        "/v1/tokens?batch="
      })
  void parameterWithOneIsRefused(String path) {
    assertThat(get(newTenant(), path + "a%00b").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'rules':[{'to':'webhook','pattern':'a\\u0000b'}]} | rules[0].pattern",
        "{'rules':[{'to':'mail','address':'a@b\\u0000.example'}]} | rules[0].address"
      })
  void fieldWithOneIsRefused(String body, String field) {
    Answer answer = put(newTenant(), "/v1/inbound_rules", body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_field");
    assertThat(answer.json().path("field").asString()).isEqualTo(field);
  }
}
