package io.tweestap.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.delivery.receipt.ReceiptState;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.ManualClock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The styles against a small server that speaks as they expect.
class HttpStyleTest {
  private final KnownApi twilio = KnownApi.twilio();
  private final KnownApi restcomm = KnownApi.restcomm();

  @AfterEach
  void close() {
    twilio.close();
    restcomm.close();
  }

  @Test
  void twilioTakesAMessageWithItsAccountAndToldWhereToReport() {
    HandOver said =
        HttpSettings.carrier(
                HttpSettings.style("twilio", twilio.origin() + "/")
                    .with("receipts.signature", "twilio"))
            .send(SampleMessages.text(Channel.SMS, "Hallo €"));
    assertThat(said)
        .isEqualTo(
            new HandOver.Accepted(
                List.of(KnownApi.id("SM", 1)),
                1,
                Optional.of(new Price(new BigDecimal("-0.00750"), "USD")),
                Optional.empty()));
    assertThat(twilio.sent().getFirst())
        .containsEntry("To", SampleMessages.NUMBER)
        .containsEntry("From", "Acme")
        .containsEntry("Body", "Hallo €")
        .containsEntry("StatusCallback", "https://sms.example.org/carriers/http/receipts");
    assertThat(twilio.sent().getFirst()).doesNotContainKey("Encoding");
  }

  @ParameterizedTest
  @CsvSource({"Hallo €, GSM", "Grüße 😀, UCS-2"})
  void restcommIsToldTheEncoding(String text, String encoding) {
    HandOver said =
        HttpSettings.carrier(HttpSettings.style("restcomm", restcomm.origin()))
            .send(SampleMessages.text(Channel.SMS, text));
    assertThat(((HandOver.Accepted) said).carrierMessageIds())
        .containsExactly(KnownApi.id("SM", 1));
    assertThat(restcomm.sent().getFirst())
        .containsEntry("Body", text)
        .containsEntry("Encoding", encoding)
        .doesNotContainKey("StatusCallback");
  }

  @Test
  void wrongCredentialsAreRefusedAndALimitIsWorthAnotherTry() {
    HttpSettings wrong = HttpSettings.style("twilio", twilio.origin()).with("auth.secret", "wrong");
    assertThat(HttpSettings.carrier(wrong).send(SampleMessages.code(Channel.SMS)))
        .isEqualTo(
            new HandOver.Failed(
                FailureClass.UNAVAILABLE, "the provider answered 401, error 20003"));
    restcomm.limit();
    assertThat(
            HttpSettings.carrier(HttpSettings.style("restcomm", restcomm.origin()))
                .send(SampleMessages.code(Channel.SMS)))
        .isEqualTo(new HandOver.Failed(FailureClass.RETRY, "the provider answered 403"));
  }

  @ParameterizedTest
  @CsvSource({
    "queued, enroute, ",
    "sent, enroute, ",
    "delivered, delivered, ",
    "undelivered, undeliverable, 30003",
    "failed, undeliverable, 30006"
  })
  void bothTellTheStateWhenAsked(String status, String state, String error) {
    for (KnownApi api : List.of(twilio, restcomm)) {
      String style = api == twilio ? "twilio" : "restcomm";
      HttpSettings settings =
          HttpSettings.style(style, api.origin()).with("receipts.poll.enabled", "true");
      HttpSettings.carrier(settings).send(SampleMessages.code(Channel.SMS));
      api.becomes(status, error);
      try (HttpInquiry inquiry =
          new HttpInquiry(settings.read(), new ManualClock(SampleMessages.NOW))) {
        assertThat(inquiry.ask(KnownApi.id("SM", 1)))
            .hasValueSatisfying(told -> {
              assertThat(told.state()).isEqualTo(ReceiptState.of(state).orElseThrow());
              assertThat(told.error()).isEqualTo(Optional.ofNullable(error));
            });
        assertThat(inquiry.ask("../../unknown?x=1")).as("stays in its place").isEmpty();
      }
    }
  }

  @Test
  void whatAStyleCannotWorkWithIsNamed() {
    assertNamed(
        HttpSettings.style("twilio", "https://sms.example").with("auth.type", "bearer"),
        "style needs auth.type basic");
    assertNamed(
        HttpSettings.style("twilio", "https://sms.example").with("body", "To={to}&B={text}"),
        "body belongs to the style template");
    assertNamed(
        HttpSettings.json("https://sms.example/").with("receipts.signature", "hmac"),
        "signature needs secret");
    assertNamed(
        HttpSettings.json("https://sms.example/").with("receipts.poll.enabled", "true"),
        "poll needs url");
    assertThatThrownBy(() ->
            HttpSettings.carrier(
                HttpSettings.json("https://sms.example/")
                    .with("body", "{\"t\":\"{to}{text}\",\"cb\":\"{receipt_url}\"}")))
        .hasMessageContaining("receipts.signature is none");
  }

  private static void assertNamed(HttpSettings settings, String words) {
    assertThatThrownBy(settings::read).hasStackTraceContaining(words);
  }
}
