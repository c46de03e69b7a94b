package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.credit.Account;
import io.tweestap.credit.Money;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@DisplayName(
    "A new tenant sends a hundred messages for nothing, and none where nobody asked for it")
@TestPropertySource(properties = "tweestap.credit.new-tenants=EUR")
class CreditTrialTest extends CreditScene {
  @BeforeEach
  void aTenantIsMadeWhenThereArePrices() {
    tenant = newTenant();
  }

  @Test
  void aNewTenantIsBilledAndHasAHundred() {
    assertThat(credit().get("billed").asBoolean()).isTrue();
    assertThat(trialLeft()).isEqualTo(100);
    assertThat(available()).isEqualTo("0.00");
  }

  @Test
  void aCodeGoesAnywhereAndATextOnlyWhereOneWasTyped() {
    Answer refused = send("");
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("trial_restricted");
    assertThat(refused.text()).contains("POST /v1/verifications").doesNotContain(number);
    String id = started();
    assertThat(send("").code()).as("sent is not typed").isEqualTo("trial_restricted");
    assertThat(check(id, code(1)).status()).isEqualTo(200);

    assertThat(send("").status()).isEqualTo(202);
    assertThat(trialLeft()).isEqualTo(98);
    assertThat(available()).isEqualTo("0.00");
    theBooksAreRight();
  }

  @Test
  void oneUnprovenNumberHoldsTheWholeBatchBack() {
    proven();
    String body =
        "{\"recipients\":[{\"to\":\"%s\"},{\"to\":\"%s\"}],\"text\":\"Hi\"}"
            .formatted(number, freshNumber());
    Answer refused = post(tenant, "/v1/messages", body);
    assertThat(refused.code()).isEqualTo("trial_restricted");
    assertThat(refused.json().get("detail").asString()).contains("without one: 1,");
    assertThat(trialLeft()).isEqualTo(99);
  }

  @Test
  void aCodeThatAnotherTenantSentProvesNothing() {
    proven();
    tenant = newTenant();
    assertThat(send("").code()).isEqualTo("trial_restricted");
  }

  @Test
  void aTestNumberProvesNothing() {
    String path = "/v1/settings/test_numbers/%2B" + number.substring(1);
    assertThat(put(tenant, path, "{\"code\":\"123456\"}").status()).isEqualTo(200);
    assertThat(check(started(), "123456").status()).isEqualTo(200);
    assertThat(delete(tenant, path).status()).isEqualTo(204);
    assertThat(send("").code()).isEqualTo("trial_restricted");
    assertThat(trialLeft()).isEqualTo(100);
  }

  @Test
  void theSenderIsTheOneThatTheTenantWasMadeWith() {
    proven();
    Answer other = send(",\"sender\":\"Bank\"");
    assertThat(other.code()).isEqualTo("trial_restricted");
    assertThat(other.json().get("detail").asString()).contains("as " + sender() + " only");
    patch(tenant, "/v1/settings", "{\"sender_name\":\"Bank\"}");
    clock.advance(Duration.ofSeconds(6));
    assertThat(send("").code()).as("a new name changes nothing").isEqualTo("trial_restricted");
    number = freshNumber();
    assertThat(start("").code()).as("nor for codes").isEqualTo("trial_restricted");
  }

  @Test
  void aTextOfTwoPartsCountsAsTwo() {
    proven();
    String body = "{\"to\":\"%s\",\"text\":\"%s\"}".formatted(number, "x".repeat(200));
    assertThat(post(tenant, "/v1/messages", body).status()).isEqualTo(202);
    assertThat(trialLeft()).isEqualTo(97);
  }

  @Test
  void afterTheHundredNothingIsSentAndAPaymentHelps() {
    proven();
    left(1);
    assertThat(send("").status()).isEqualTo(202);
    Answer over = send("");
    assertThat(over.status()).isEqualTo(402);
    assertThat(over.code()).isEqualTo("insufficient_credit");
    assertThat(over.json().get("detail").asString()).contains("0 messages are left");
    assertThat(start("").code()).isEqualTo("insufficient_credit");
    pay();
    assertThat(send(",\"sender\":\"Other\"").status()).isEqualTo(202);
    assertThat(available()).isEqualTo("0.90");
    theBooksAreRight();
  }

  @Test
  void aPaymentLiftsTheRestrictionsAndTheRestStaysFree() {
    pay();
    assertThat(send(",\"sender\":\"Other\"").status()).isEqualTo(202);
    assertThat(trialLeft()).isEqualTo(99);
    assertThat(available()).isEqualTo("1.00");
    settle();
    theBooksAreRight();
  }

  @Test
  void ofSixtyFourAtOnceAsManyAreFreeAsAreLeft() throws Exception {
    left(20);
    List<Answer> answers =
        Together.run(
            64,
            () ->
                post(
                    tenant,
                    "/v1/verifications",
                    "{\"to\":\"%s\",\"channel\":\"sms\",\"purpose\":\"login\"}"
                        .formatted(freshNumber())));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(20);
    assertThat(answers)
        .filteredOn(answer -> answer.code().equals("insufficient_credit"))
        .hasSize(44);
    assertThat(trialLeft()).isZero();
    theBooksAreRight();
  }

  @Test
  void aTenantThatWasThereBeforeHasNoTrial() {
    TenantId before = newTenant().tenant().id();
    jdbc.sql("DELETE FROM credit_account WHERE tenant_id = :tenant")
        .param("tenant", before.value())
        .update();
    accounts.open(before, "EUR");
    assertThat(accounts.find(before).flatMap(Account::trial)).isEmpty();
  }

  private void proven() {
    assertThat(check(started(), code(1)).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
  }

  private void left(int parts) {
    jdbc.sql("UPDATE credit_account SET trial_left = :left WHERE tenant_id = :tenant")
        .param("left", parts)
        .param("tenant", tenant.tenant().id().value())
        .update();
  }

  private void pay() {
    clock.advance(Duration.ofMillis(1));
    accounts.pay(tenant.tenant().id(), Money.read("1.00", "EUR").orElseThrow(), "first");
    clock.advance(Duration.ofMinutes(1));
  }

  private String sender() {
    return tenants.get(tenant.tenant().id()).settings().senderName();
  }

  private int trialLeft() {
    return credit().get("trial_left").asInt();
  }
}
