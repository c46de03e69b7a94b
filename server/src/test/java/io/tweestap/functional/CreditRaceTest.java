package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.credit.Money;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Invariant 4: a balance never goes below zero, and a message is charged exactly once")
class CreditRaceTest extends CreditScene {
  private static final int SENDERS = 64;
  private static final int PAID_FOR = 20;

  @Test
  void ofSixtyFourSendersAtOnceAsManyAsArePaidForSend() throws Exception {
    billed("2.00");
    AtomicInteger turn = new AtomicInteger();

    List<Answer> answers =
        Together.run(SENDERS, () -> turn.getAndIncrement() % 2 == 0 ? message() : code());

    assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(PAID_FOR);
    assertThat(answers)
        .filteredOn(answer -> answer.code().equals("insufficient_credit"))
        .hasSize(SENDERS - PAID_FOR);
    assertThat(available()).isEqualTo("0.00");
    assertThat(rows("message")).isEqualTo(PAID_FOR);
    theBooksAreRight();
    await()
        .until(() ->
            get(tenant, "/v1/messages?state=queued&limit=100").json().get("data").size() == 0);
    settle();
    assertThat(reserved()).isEqualTo("0.00");
    assertThat(available()).isEqualTo("0.00");
    theBooksAreRight();
  }

  @Test
  void manyWhoSettleAtOnceSpendOnce() throws Exception {
    billed("10.00");
    for (int i = 0; i < 5; i++) {
      assertThat(message().status()).isEqualTo(202);
    }
    await()
        .until(() ->
            get(tenant, "/v1/messages?state=queued&limit=100").json().get("data").size() == 0);
    clock.advance(Duration.ofSeconds(3));
    Together.run(
        16,
        () -> {
          runChore();
          return true;
        });
    await().untilAsserted(() -> assertThat(reserved()).isEqualTo("0.00"));
    assertThat(available()).isEqualTo("9.50");
    theBooksAreRight();
  }

  @Test
  void aPaymentThatIsReportedManyTimesCountsOnce() throws Exception {
    billed("0.00");
    Money ten = Money.read("10.00", "EUR").orElseThrow();
    Together.run(16, () -> accounts.pay(tenant.tenant().id(), ten, "invoice 7"));
    assertThat(available()).isEqualTo("10.00");
    theBooksAreRight();
  }

  private Answer message() {
    String body = "{\"to\":\"" + freshNumber() + "\",\"text\":\"Hi\"}";
    return post(tenant, "/v1/messages", body);
  }

  private Answer code() {
    String body =
        "{\"to\":\"%s\",\"channel\":\"sms\",\"purpose\":\"login\"}".formatted(freshNumber());
    return post(tenant, "/v1/verifications", body);
  }
}
