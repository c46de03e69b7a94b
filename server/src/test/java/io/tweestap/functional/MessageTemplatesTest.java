package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.Scope;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Texts that a tenant keeps for its own messages: written, used in each recipient's language.
class MessageTemplatesTest extends VerificationTest {
  private static final String ONE = "/v1/message_templates/visit";
  private static final String VISIT =
      """
      {"variables": ["name", "time"],
       "texts": {"en": "Hello {name}, {time}.", "nl": "Dag {name}, {time}.", "pt-BR": "{time}!"}}
      """;

  @BeforeEach
  void written() {
    assertThat(put(tenant, ONE, VISIT).status()).isEqualTo(200);
  }

  @Test
  void eachRecipientGetsItsLanguage() {
    assertThat(use("nl")).isEqualTo("Dag Anna, 9:15.");
    assertThat(use("nl-BE")).isEqualTo("Dag Anna, 9:15.");
    assertThat(use("pt-BR")).isEqualTo("9:15!");
  }

  @Test
  void withoutItsLanguageTheTenantsOwnCountsAndWithoutThatNothingIsSent() {
    assertThat(use("fr")).as("the tenant speaks English").isEqualTo("Hello Anna, 9:15.");
    put(tenant, ONE, VISIT.replace("\"en\"", "\"fr\""));
    Answer refused = post(tenant, "/v1/messages", message("de"));
    assertThat(refused.code()).isEqualTo("invalid_template");
    assertThat(refused.text()).contains("locale", "de");
  }

  @Test
  void aTemplateDeclaresWhatItTakes() {
    String undeclared = VISIT.replace("\"time\"]", "\"when\"]");
    assertThat(put(tenant, ONE, undeclared).code()).isEqualTo("invalid_template");
    assertThat(put(tenant, ONE, VISIT.replace("pt-BR", "Dutch")).code()).isEqualTo("invalid_field");
    assertThat(put(tenant, ONE, "{\"texts\":{}}").code()).isEqualTo("invalid_field");
    assertThat(put(tenant, "/v1/message_templates/A", VISIT).code()).isEqualTo("invalid_field");
    String less = message("pt-BR").replace("\"name\":\"Anna\",", "");
    assertThat(post(tenant, "/v1/messages", less).text()).contains("name");
    String more = message("pt-BR").replace("\"name\":", "\"nick\":\"A\",\"name\":");
    assertThat(post(tenant, "/v1/messages", more).text()).contains("nick");
  }

  @Test
  void anEstimateShowsHowItReads() {
    String ask = "{\"template\":\"visit\",\"locale\":\"nl\",\"variables\":{%s}}";
    Answer shown =
        post(tenant, "/v1/messages/estimate", ask.formatted("\"name\":\"Zoë\",\"time\":\"9:15\""));
    assertThat(shown.json().get("text").asString()).isEqualTo("Dag Zoë, 9:15.");
    assertThat(shown.json().get("sms_encoding").asString()).isEqualTo("ucs_2");
    assertThat(post(tenant, "/v1/messages/estimate", ask.formatted("")).code())
        .isEqualTo("invalid_field");
    assertThat(post(tenant, "/v1/messages/estimate", "{\"text\":\"{name}\"}").json().has("text"))
        .as("a text alone is taken as it is")
        .isFalse();
  }

  @Test
  void whatWasAcceptedKeepsItsText() {
    String later = ",\"send_at\":\"%s\"}".formatted(clock.instant().plusSeconds(60));
    String body = message("nl").strip();
    post(tenant, "/v1/messages", body.substring(0, body.length() - 1) + later);
    assertThat(delete(tenant, ONE).status()).isEqualTo(204);
    assertThat(post(tenant, "/v1/messages", message("nl")).code()).isEqualTo("invalid_template");
    clock.advance(java.time.Duration.ofSeconds(61));
    assertThat(text(1)).isEqualTo("Dag Anna, 9:15.");
  }

  @Test
  void valuesThatLeaveNothingToReadAreRefused() {
    put(tenant, ONE, "{\"variables\":[\"x\"],\"texts\":{\"en\":\"{x}\"}}");
    String blank = "{\"to\":\"%s\",\"template\":\"visit\",\"variables\":{\"x\":\"\"}}";
    assertThat(post(tenant, "/v1/messages", blank.formatted(number)).code())
        .isEqualTo("invalid_field");
  }

  @Test
  void writingNeedsTheSettingsScopeAndIsAudited() {
    assertThat(put(newTenant(Scope.MESSAGES_WRITE), ONE, VISIT).code()).isEqualTo("wrong_scope");
    assertThat(get(tenant, "/v1/audit?action=message_template.set").json().get("data").size())
        .isEqualTo(1);
  }

  private String use(String locale) {
    int before = messages().path("data").size();
    // The handset shows the newest first, and the clock stands still otherwise.
    advance(Duration.ofSeconds(1));
    assertThat(post(tenant, "/v1/messages", message(locale)).status()).isEqualTo(202);
    return text(before + 1);
  }

  private String message(String locale) {
    return """
    {"to": "%s", "locale": "%s", "variables": {"name":"Anna","time":"9:15"},
     "template": "visit"}
    """
        .formatted(number, locale);
  }
}
