package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From whom messages and codes come, by the rules of the recipient's country.
class SenderRulesTest extends VerificationTest {
  private static final String AMERICAN = "+12015550123";

  @BeforeEach
  void americaIsAllowed() {
    patch(tenant, "/v1/settings", "{\"allowed_countries\":[\"NL\",\"US\"]}");
  }

  @Test
  void whereOnlyNumbersArriveAMessageNeedsOne() {
    Answer refused = send(AMERICAN, "");
    assertThat(refused.code()).isEqualTo("sender_not_allowed");
    assertThat(refused.json().get("country").asString()).isEqualTo("US");
    assertThat(refused.json().get("detail").asString()).contains("/v1/sender_rules/US");
    numbers();
    assertThat(senderOf(send(AMERICAN, ""))).isEqualTo("+12025550123");
    assertThat(senderOf(send(AMERICAN, ",\"sender\":\"28849\""))).isEqualTo("28849");
    assertThat(send(AMERICAN, ",\"sender\":\"Example\"").code()).isEqualTo("sender_not_allowed");
    assertThat(senderOf(send(number, ",\"sender\":\"Example\""))).isEqualTo("Example");
  }

  @Test
  void oneCountryThatTakesNoSenderStopsTheWholeBatch() {
    String both =
        "{\"recipients\":[{\"to\":\"%s\"},{\"to\":\"%s\"}],\"text\":\"Hi\"}"
            .formatted(number, AMERICAN);
    JsonNode errors = post(tenant, "/v1/messages", both).json().get("errors");
    assertThat(errors.size()).isEqualTo(1);
    assertThat(errors.at("/0/index").asInt()).isEqualTo(1);
    assertThat(errors.at("/0/code").asString()).isEqualTo("sender_not_allowed");
    assertThat(get(tenant, "/v1/messages").json().get("data").size()).isZero();
  }

  @Test
  void onlyRegisteredNamesAreUsed() {
    rule("NL", "{\"kind\":\"registered\",\"senders\":[\"Shop NL\",\"Example\"]}");
    assertThat(senderOf(send(number, ""))).as("the tenant's name is one").isEqualTo("Example");
    assertThat(senderOf(send(number, ",\"sender\":\"shop nl\""))).isEqualTo("Shop NL");
    assertThat(send(number, ",\"sender\":\"Bank\"").code()).isEqualTo("sender_not_allowed");
  }

  @Test
  void whatIsReplacedIsReplaced() {
    rule("NL", "{\"kind\":\"replaced\",\"replacement\":\"3669\"}");
    assertThat(senderOf(send(number, ",\"sender\":\"Bank\""))).isEqualTo("3669");
    assertThat(delete(tenant, "/v1/sender_rules/NL").status()).isEqualTo(204);
    assertThat(senderOf(send(number, ""))).isEqualTo("Example");
  }

  @Test
  void nobodySendsFromANumberThatIsNotListed() {
    String number = ",\"sender\":\"+31612345678\"";
    assertThat(send(this.number, number).code()).isEqualTo("sender_not_allowed");
    rule("NL", "{\"kind\":\"alphanumeric\",\"senders\":[\"+31612345678\"]}");
    assertThat(senderOf(send(this.number, number))).isEqualTo("+31612345678");
  }

  @Test
  void codesFollowTheSameRulesAndGetWhicheverSenderFits() {
    number = AMERICAN;
    Answer refused = start("");
    assertThat(refused.code()).isEqualTo("sender_not_allowed");
    numbers();
    String id = id(start("\"sender\":\"Example\""));
    assertThat(text(1)).contains("Example");
    String path = "/v1/messages?about=" + id;
    await().until(() -> get(tenant, path).json().get("data").size() == 1);
    assertThat(get(tenant, path).json().at("/data/0/sender").asString()).isEqualTo("+12025550123");
  }

  @Test
  void rulesAreListedWithWhereTheyComeFrom() {
    rule("SG", "{\"kind\":\"alphanumeric\"}");
    assertThat(
            get(tenant, "/v1/sender_rules")
                .json()
                .get("data")
                .valueStream()
                .map(rule -> rule.get("country").asString() + " " + rule.get("source").asString()))
        .contains("US installation", "SG tenant")
        .doesNotContain("SG installation");
    assertThat(get(tenant, "/v1/audit?action=sender_rule.set").json().get("data").size())
        .isEqualTo(1);
  }

  @Test
  void aRuleIsChecked() {
    assertThat(put(tenant, "/v1/sender_rules/XX", "{\"kind\":\"numeric\"}").code())
        .isEqualTo("invalid_field");
    for (String body :
        new String[] {
          "{\"kind\":\"any\"}",
          "{\"kind\":\"numeric\",\"senders\":[\"Shop\"]}",
          "{\"kind\":\"registered\",\"senders\":[\"Shop!\"]}",
          "{\"kind\":\"registered\",\"senders\":[\"Shop\"],\"replacement\":\"Shop\"}"
        }) {
      assertThat(put(tenant, "/v1/sender_rules/NL", body).code())
          .as(body)
          .isEqualTo("invalid_field");
    }
    assertThat(put(tenant, "/v1/sender_rules/NL", "{\"kind\":\"replaced\"}").code())
        .isEqualTo("missing_field");
  }

  private void numbers() {
    rule("US", "{\"kind\":\"numeric\",\"senders\":[\"+12025550123\",\"28849\"]}");
  }

  private void rule(String country, String body) {
    assertThat(put(tenant, "/v1/sender_rules/" + country, body).status()).isEqualTo(200);
  }

  private Answer send(String to, String more) {
    return post(tenant, "/v1/messages", "{\"to\":\"%s\",\"text\":\"Hi\"%s}".formatted(to, more));
  }

  private String senderOf(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    String id = answer.json().at("/messages/0/id").asString();
    return get(tenant, "/v1/messages/" + id).json().get("sender").asString();
  }
}
