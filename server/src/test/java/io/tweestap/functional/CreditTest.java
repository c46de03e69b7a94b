package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.tenant.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Invariant 4: what was accepted is charged once, and nothing is sent that is not paid")
class CreditTest extends CreditScene {
  @Test
  void aMessageIsSetAsideWhenAcceptedAndSpentWhenSubmitted() {
    billed("1.00");
    Answer sent = send("");
    assertThat(sent.status()).isEqualTo(202);
    assertThat(available()).isEqualTo("0.90");
    assertThat(reserved()).isEqualTo("0.10");

    untilAccepted(sent);
    settle();
    settle();

    assertThat(available()).isEqualTo("0.90");
    assertThat(reserved()).isEqualTo("0.00");
    assertThat(kinds()).containsExactly("settlement", "reservation", "payment");
    theBooksAreRight();
  }

  @Test
  void aLongTextCostsEachOfItsParts() {
    billed("1.00");
    String text = "x".repeat(400);
    String body = "{\"to\":\"" + number + "\",\"text\":\"" + text + "\"}";
    Answer sent = post(tenant, "/v1/messages", body);
    assertThat(available()).isEqualTo("0.70");
    untilAccepted(sent);
    settle();
    assertThat(available()).isEqualTo("0.70");
    theBooksAreRight();
  }

  @Test
  void whatCannotBePaidIsNotSent() {
    billed("0.09");
    Answer refused = send("");
    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.code()).isEqualTo("insufficient_credit");
    assertThat(refused.json().get("needed").asString()).isEqualTo("0.10");
    assertThat(refused.json().get("available").asString()).isEqualTo("0.09");
    assertThat(refused.json().get("currency").asString()).isEqualTo("EUR");
    assertThat(rows("message")).isZero();
    assertThat(available()).isEqualTo("0.09");
    theBooksAreRight();
  }

  @Test
  void aBatchIsPaidAsAWholeOrNotSent() {
    billed("0.25");
    String body =
        "{\"recipients\":[{\"to\":\"%s\"},{\"to\":\"%s\"},{\"to\":\"%s\"}],\"text\":\"Hi\"}"
            .formatted(number, freshNumber(), freshNumber());
    assertThat(post(tenant, "/v1/messages", body).code()).isEqualTo("insufficient_credit");
    assertThat(rows("message")).isZero();
    assertThat(available()).isEqualTo("0.25");
  }

  @Test
  void whatIsWithdrawnIsGivenBack() {
    billed("1.00");
    String later = clock.instant().plus(Duration.ofHours(2)).toString();
    Answer sent = send(",\"send_at\":\"" + later + "\"");
    settle();
    assertThat(reserved()).isEqualTo("0.10");
    String path = "/v1/messages/" + messageId(sent) + "/cancel";
    assertThat(post(tenant, path, "").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(5));
    settle();
    assertThat(available()).isEqualTo("1.00");
    assertThat(reserved()).isEqualTo("0.00");
    theBooksAreRight();
  }

  @Test
  void aRepeatedRequestIsPaidOnce() {
    billed("1.00");
    assertThat(sendWithKey().status()).isEqualTo(202);
    assertThat(sendWithKey().header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(available()).isEqualTo("0.90");
  }

  @Test
  void codesArePaidToo() {
    billed("0.15");
    String id = started();
    assertThat(available()).isEqualTo("0.05");
    clock.advance(Duration.ofMinutes(1));
    Answer again = resend(id);
    assertThat(again.code()).as(again.text()).isEqualTo("insufficient_credit");
    assertThat(check(id, code(1)).status()).as("the first code still counts").isEqualTo(200);
    assertThat(start("").status()).isEqualTo(402);
    assertThat(rows("verification")).isEqualTo(1);
    settle();
    theBooksAreRight();
  }

  @Test
  void aStepOfAWorkflowThatCannotBePaidIsSkippedWithItsReason() {
    billed("0.15");
    String steps = "[{\"channel\":\"sms\",\"wait_seconds\":30},{\"channel\":\"sms\"}]";
    String body = "{\"to\":\"%s\",\"purpose\":\"login\",\"workflow\":%s}".formatted(number, steps);
    Answer started = post(tenant, "/v1/verifications", body);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    String path = "/v1/verifications/" + started.json().get("id").asString();
    code(1);
    clock.advance(Duration.ofSeconds(30));
    await()
        .until(() -> get(tenant, path).json().at("/workflow/1/state").asString().equals("skipped"));
    JsonNode after = get(tenant, path).json();
    assertThat(after.at("/workflow/1/reason").asString()).isEqualTo("insufficient_credit");
    assertThat(after.get("state").asString())
        .as("the first code still counts")
        .isEqualTo("pending");
    assertThat(available()).isEqualTo("0.05");
    theBooksAreRight();
  }

  @Test
  void aTestNumberCostsNothing() {
    billed("0.00");
    put(tenant, "/v1/settings/test_numbers/%2B31600000001", "{\"code\":\"123456\"}");
    number = "+31600000001";
    assertThat(send("").status()).isEqualTo(202);
    assertThat(start("").status()).isEqualTo(201);
    assertThat(rows("credit_charge")).isZero();
  }

  @Test
  void withoutAPriceNothingIsSent() {
    billed("1.00");
    number = "+4915112345678";
    Answer refused = send("");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("no_price");
    assertThat(refused.json().get("country").asString()).isEqualTo("DE");
  }

  @Test
  void whoIsNotBilledPaysNothingAndLeavesNoTrace() {
    assertThat(send("").status()).isEqualTo(202);
    started();
    assertThat(credit().get("billed").asBoolean()).isFalse();
    assertThat(credit().has("available")).isFalse();
    assertThat(rows("credit_entry") + rows("credit_charge") + rows("credit_account")).isZero();
  }

  @Test
  void anEndedAccountKeepsItsBalanceAndPaysNoMore() {
    billed("1.00");
    assertThat(accounts.close(tenant.tenant().id())).isTrue();
    assertThat(send("").status()).isEqualTo(202);
    assertThat(available()).isEqualTo("1.00");
    assertThat(accounts.open(tenant.tenant().id(), "USD")).as("another currency").isFalse();
  }

  @Test
  void anEstimateSaysThePrice() {
    String text = "\"text\":\"" + "x".repeat(200) + "\"";
    assertThat(estimate(text).has("price")).as("not billed").isFalse();
    billed("1.00");
    assertThat(estimate(text).get("price").toString())
        .isEqualTo(
            "{\"country\":\"NL\",\"amount\":\"0.20\",\"per_part\":\"0.10\",\"currency\":\"EUR\"}");
    assertThat(estimate(text + ",\"country\":\"DE\"").has("price")).isFalse();
    assertThat(post(tenant, "/v1/messages/estimate", "{" + text + ",\"country\":\"nl\"}").code())
        .isEqualTo("invalid_field");
  }

  @Test
  void theLedgerIsReadPageByPageAndNeedsItsScope() {
    billed("1.00");
    send("");
    JsonNode first = get(tenant, "/v1/credit/entries?limit=1").json();
    assertThat(first.at("/data/0/kind").asString()).isEqualTo("reservation");
    assertThat(first.at("/data/0/balance").asString()).isEqualTo("0.90");
    String next = "/v1/credit/entries?limit=1&cursor=" + first.get("next_cursor").asString();
    assertThat(get(tenant, next).json().at("/data/0/reference").asString()).isEqualTo("first");
    TestTenant other = newTenant(Scope.MESSAGES_READ);
    assertThat(get(other, "/v1/credit").code()).isEqualTo("wrong_scope");
    assertThat(get(other, "/v1/credit/entries").code()).isEqualTo("wrong_scope");
  }

  private JsonNode estimate(String fields) {
    return post(tenant, "/v1/messages/estimate", "{" + fields + "}").json();
  }

  private Answer sendWithKey() {
    String body = "{\"to\":\"" + number + "\",\"text\":\"Hi\"}";
    return send(
        authorized(tenant, "/v1/messages")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "once")
            .POST(BodyPublishers.ofString(body)));
  }

  static String messageId(Answer sent) {
    return sent.json().at("/id").asString(sent.json().at("/messages/0/id").asString());
  }

  private void untilAccepted(Answer sent) {
    String path = "/v1/messages/" + messageId(sent);
    await().until(() -> !get(tenant, path).json().get("state").asString().equals("queued"));
  }
}
