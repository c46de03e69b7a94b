package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.credit.Money;
import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A credit that runs low is told once each time, in the transaction that makes it low")
class CreditLowTest extends CreditScene {
  @BeforeEach
  void somebodyListens() {
    Answer endpoint =
        post(
            tenant,
            "/v1/webhook_endpoints",
            "{\"url\":\"http://127.0.0.1:65535/hook\",\"events\":[\"credit.low\"]}");
    assertThat(endpoint.status()).as(endpoint.text()).isEqualTo(201);
  }

  @Test
  void itIsToldOnceWhenItFallsBelowTheAmount() {
    billed("1.00");
    lowBelow("\"0.80\"");
    send();
    send();
    assertThat(news()).as("0.80 is not below 0.80").isEmpty();
    send();
    send();

    assertThat(news()).hasSize(1);
    JsonNode told = news().getFirst();
    assertThat(told.get("available").asString()).isEqualTo("0.70");
    assertThat(told.get("reserved").asString()).isEqualTo("0.30");
    assertThat(told.get("low_below").asString()).isEqualTo("0.80");
    assertThat(told.get("currency").asString()).isEqualTo("EUR");
    assertThat(credit().get("low").asBoolean()).isTrue();
  }

  @Test
  void itIsToldAgainAfterAPaymentThatWasEnough() {
    billed("0.30");
    lowBelow("\"0.25\"");
    send();
    pay("0.01");
    send();
    assertThat(news()).as("the payment was not enough").hasSize(1);
    pay("0.50");
    assertThat(credit().get("low").asBoolean()).isFalse();
    for (int i = 0; i < 5; i++) {
      send();
    }
    assertThat(news()).hasSize(2);
  }

  @Test
  void whatIsGivenBackAroundTheAmountDoesNotTellItEachTime() {
    billed("1.00");
    lowBelow("\"0.95\"");
    for (int i = 0; i < 3; i++) {
      withdrawn();
    }
    assertThat(available()).isEqualTo("1.00");
    assertThat(news()).hasSize(1);
    lowBelow("\"0.90\"");
    send();
    assertThat(news()).as("0.90 is not below 0.90").hasSize(1);
    withdrawn();
    assertThat(news()).hasSize(2);
    withdrawn();
    assertThat(news()).as("0.90 is less than a tenth above it").hasSize(2);
  }

  @Test
  void whatIsGivenBackWellAboveTheAmountCounts() {
    billed("1.00");
    lowBelow("\"0.91\"");
    number = freshNumber();
    for (int i = 0; i < 2; i++) {
      lowBelow("\"0.905\"");
      withdrawn();
    }
    assertThat(news()).as("1.00 is more than a tenth above 0.905").hasSize(2);
  }

  @Test
  void whereItIsLowAlreadyTheAnswerSaysSoAndNoEvent() {
    billed("1.00");
    assertThat(lowBelow("\"2.00\"").get("low").asBoolean()).isTrue();
    send();
    assertThat(news()).isEmpty();
    assertThat(lowBelow("null").has("low_below")).isFalse();
    assertThat(credit().get("low").asBoolean()).isFalse();
  }

  @Test
  void ofSixtyFourSendersAtOnceOneMakesItLow() throws Exception {
    billed("5.00");
    lowBelow("\"3.00\"");
    List<Answer> answers =
        Together.run(
            64,
            () ->
                post(tenant, "/v1/messages", "{\"to\":\"" + freshNumber() + "\",\"text\":\"Hi\"}"));
    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(50);
    assertThat(news()).hasSize(1);
    assertThat(news().getFirst().get("available").asString()).isEqualTo("2.90");
    theBooksAreRight();
  }

  @Test
  void whatIsUndoneTellsNothing() {
    billed("0.30");
    lowBelow("\"0.25\"");
    String body =
        "{\"recipients\":[{\"to\":\"%s\"},{\"to\":\"%s\"},{\"to\":\"%s\"},{\"to\":\"%s\"}],"
            .formatted(number, freshNumber(), freshNumber(), freshNumber());
    assertThat(post(tenant, "/v1/messages", body + "\"text\":\"Hi\"}").status()).isEqualTo(402);
    assertThat(news()).isEmpty();
  }

  @Test
  void anAmountIsAboveZeroAndTheTenantsOwn() {
    assertThat(put(tenant, "/v1/credit/settings", "{\"low_below\":\"1.00\"}").code())
        .as("without an account")
        .isEqualTo("not_found");
    billed("1.00");
    for (String wrong :
        List.of("\"0\"", "\"-1.00\"", "\"1e3\"", "\"1.0000001\"", "\"NaN\"", "\"\"")) {
      assertThat(put(tenant, "/v1/credit/settings", "{\"low_below\":" + wrong + "}").code())
          .as(wrong)
          .isEqualTo("invalid_field");
    }
    TestTenant reader = newTenant(Scope.CREDIT_READ);
    assertThat(put(reader, "/v1/credit/settings", "{}").code()).isEqualTo("wrong_scope");
    lowBelow("\"1.00\"");
    assertThat(get(newTenant(), "/v1/credit").json().has("low_below")).isFalse();
    assertThat(get(tenant, "/v1/audit?action=credit.low_set").json().at("/data/0/details/below"))
        .asString()
        .contains("1.00 EUR");
  }

  private void send() {
    assertThat(send("").status()).isEqualTo(202);
  }

  private void withdrawn() {
    String later = clock.instant().plus(Duration.ofHours(2)).toString();
    Answer sent = send(",\"send_at\":\"" + later + "\"");
    assertThat(sent.status()).as(sent.text()).isEqualTo(202);
    String path = "/v1/messages/" + CreditTest.messageId(sent) + "/cancel";
    assertThat(post(tenant, path, "").status()).isEqualTo(200);
    String before = available();
    await()
        .until(() -> {
          settle();
          return !available().equals(before);
        });
  }

  private void pay(String amount) {
    clock.advance(Duration.ofMillis(1));
    accounts.pay(
        tenant.tenant().id(), Money.read(amount, "EUR").orElseThrow(), "invoice " + amount);
  }

  private JsonNode lowBelow(String json) {
    Answer set = put(tenant, "/v1/credit/settings", "{\"low_below\":" + json + "}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    return set.json();
  }

  private List<JsonNode> news() {
    return get(tenant, "/v1/webhook_events?type=credit.low")
        .json()
        .get("data")
        .valueStream()
        .map(event -> event.get("data"))
        .toList();
  }
}
