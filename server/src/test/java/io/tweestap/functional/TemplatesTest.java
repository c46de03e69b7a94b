package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest extends VerificationTest {
  @Test
  void aTemplateTakesThePlaceOfTheBuiltInText() {
    Answer saved = save("shop", "{code} opent {sender}, {life}.");
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    assertThat(saved.json().at("/texts/nl/preview").asString())
        .isEqualTo("123456 opent Example, 5 min.\n\n@example.org #123456");
    assertThat(saved.json().at("/texts/nl/sms_parts").asInt()).isEqualTo(1);

    start("\"template\": \"shop\", \"locale\": \"nl\"");

    assertThat(text(1)).matches("(?s)\\d{6} opent Example, 5 min\\.\n\n@example\\.org #\\d{6}");
  }

  @Test
  void aTemplateThatIsNotThereIsRefused() {
    save("shop", "{code} opent {sender}.");

    assertThat(start("\"template\": \"other\"").code()).isEqualTo("invalid_template");
    assertThat(start("\"template\": \"shop\", \"locale\": \"de\"").code())
        .isEqualTo("invalid_template");
    assertThat(start("\"template\": \"a b\"").code()).isEqualTo("invalid_field");
  }

  @Test
  @DisplayName("TXN-1: a transaction needs a template with amount and payee, a login one without")
  void aTemplateFitsThePurpose() {
    save("plain", "{code}");
    save("pay", "{code}: {amount} aan {payee}");
    String details = "\"details\": {\"amount\": 7, \"currency\": \"EUR\", \"payee\": \"A\"}";

    assertThat(start("\"locale\": \"nl\", \"template\": \"pay\"").code())
        .isEqualTo("invalid_template");
    assertThat(transaction("plain", details).code()).isEqualTo("invalid_template");
    assertThat(transaction("pay", details).status()).isEqualTo(201);
    assertThat(text(1)).contains(": EUR 7,00 aan A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no code at all",
        "{code} and {nonsense}",
        "{code} {amount}",
        "{code} {",
        "{code} see https://example.org",
        "{code} see www.example.org",
        "{code} see example.org/login",
        "{code} @evil.example #1",
        "{code} \\u202e",
        "{code} \\u0007"
      })
  @DisplayName("SMS-3, SMS-5: a template holds the code and no link, last line or hidden character")
  void aTemplateThatMisleadsIsRefused(String body) {
    Answer refused = save("bad", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("invalid_template");
    assertThat(refused.json().path("field").asString()).isEqualTo("texts.nl");
    assertThat(get(tenant, "/v1/templates/bad").status()).isEqualTo(404);
  }

  @Test
  void templatesAreListedReplacedAndDeleted() {
    save("b", "{code} b");
    save("a", "{code} a");
    save("b", "{code} c");

    assertThat(get(tenant, "/v1/templates").json().at("/data/0/name").asString()).isEqualTo("a");
    assertThat(get(tenant, "/v1/templates/b").json().at("/texts/nl/text").asString())
        .isEqualTo("{code} c");
    assertThat(delete(tenant, "/v1/templates/b").status()).isEqualTo(204);
    assertThat(delete(tenant, "/v1/templates/b").status()).isEqualTo(404);
    assertThat(get(tenant, "/v1/templates").json().path("data").size()).isEqualTo(1);
  }

  @Test
  void aTemplateDeletedMeanwhileGivesWayToTheBuiltInText() {
    save("shop", "{code} opent {sender}.");
    String id = id(start("\"template\": \"shop\", \"locale\": \"nl\""));
    text(1);
    delete(tenant, "/v1/templates/shop");
    advance(java.time.Duration.ofSeconds(30));

    resend(id);

    assertThat(text(2)).contains("uw inlogcode");
  }

  @Test
  void badInputIsNamed() {
    assertThat(put(tenant, "/v1/templates/UPPER", "{\"texts\":{\"nl\":\"{code}\"}}").code())
        .isEqualTo("invalid_field");
    assertThat(put(tenant, "/v1/templates/a", "{\"texts\":{\"fr\":\"{code}\"}}").code())
        .isEqualTo("invalid_field");
    assertThat(put(tenant, "/v1/templates/a", "{\"texts\":{}}").code()).isEqualTo("missing_field");
    assertThat(put(tenant, "/v1/templates/a", "{}").code()).isEqualTo("missing_field");
  }

  private Answer save(String name, String body) {
    return put(tenant, "/v1/templates/" + name, "{\"texts\": {\"nl\": \"" + body + "\"}}");
  }

  private Answer transaction(String template, String details) {
    return post(
        tenant,
        "/v1/verifications",
        """
        {"to": "%s", "channel": "sms", "purpose": "transaction", "locale": "nl",
         "template": "%s", %s}
        """
            .formatted(number, template, details));
  }
}
