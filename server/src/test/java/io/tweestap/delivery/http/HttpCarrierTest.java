package io.tweestap.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.CarrierContract;
import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.Said;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCarrierTest extends CarrierContract {
  private static final OutgoingMessage MESSAGE = SampleMessages.code(Channel.SMS);

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Override
  protected Carrier working() throws Exception {
    TestProvider provider = provider(TestProvider.answering(202, "", "{\"id\":\"m-1\"}"));
    return carrier(
        HttpSettings.json(provider.url()).with("response.id", "/id").with("total-timeout", "20s"));
  }

  @Override
  protected List<Carrier> failing() throws Exception {
    List<Carrier> carriers = new ArrayList<>();
    for (String answer :
        List.of(TestProvider.CUT, TestProvider.SILENCE, "garbage\r\n\r\n", "HTTP/1.1 200")) {
      carriers.add(carrier(HttpSettings.json(provider(TestProvider.raw(answer)).url())));
    }
    for (int status : List.of(301, 400, 401, 429, 500, 503)) {
      String echo = "{\"error\":\"481516 to +31612345678 failed\"}";
      carriers.add(
          carrier(HttpSettings.json(provider(TestProvider.answering(status, "", echo)).url())));
    }
    carriers.add(carrier(HttpSettings.json("http://127.0.0.1:" + closedPort() + "/")));
    return carriers;
  }

  @Test
  void aJsonRequestCarriesTheMessageItsIdAndTheCredentials() throws Exception {
    TestProvider provider = provider(TestProvider.answering(200, "", "{}"));
    carrier(
            HttpSettings.json(provider.url())
                .with("auth.type", "bearer")
                .with("auth.secret", "t0ken")
                .with("method", "PUT"))
        .send(MESSAGE);
    TestProvider.Request got = provider.got().getFirst();
    assertThat(got.line()).isEqualTo("PUT /send HTTP/1.1");
    assertThat(got.body())
        .isEqualTo(
            "{\"to\":\"+31612345678\",\"from\":\"Acme\",\"text\":\"" + MESSAGE.text() + "\"}");
    assertThat(got.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("authorization", "Bearer t0ken")
        .containsEntry("idempotency-key", MESSAGE.id().toString());
  }

  @Test
  void aFormRequestIsEncoded() throws Exception {
    TestProvider provider = provider(TestProvider.answering(200, "", "{}"));
    carrier(
            HttpSettings.json(provider.url())
                .with("format", "form")
                .with("body", "To={to}&From={from}&Body={text}&Lang={locale}")
                .with("auth.type", "basic")
                .with("auth.user", "AC1")
                .with("auth.secret", "pässword"))
        .send(SampleMessages.text(Channel.SMS, "1 & 2 = é\n"));
    TestProvider.Request got = provider.got().getFirst();
    assertThat(got.body())
        .isEqualTo("To=%2B31612345678&From=Acme&Body=1+%26+2+%3D+%C3%A9%0A&Lang=en");
    assertThat(got.headers())
        .containsEntry("content-type", "application/x-www-form-urlencoded")
        .containsEntry("authorization", "Basic QUMxOnDDpHNzd29yZA==");
  }

  @Test
  void theAnswerTellsIdPartsAndPrice() throws Exception {
    TestProvider provider =
        provider(
            TestProvider.answering(
                201, "", "{\"messages\":[{\"id\":77,\"parts\":\"3\",\"price\":\"0.0425\"}]}"));
    HandOver said =
        carrier(
                HttpSettings.json(provider.url())
                    .with("response.id", "/messages/0/id")
                    .with("response.parts", "/messages/0/parts")
                    .with("response.price", "/messages/0/price")
                    .with("response.currency-fixed", "EUR"))
            .send(MESSAGE);
    assertThat(said)
        .isEqualTo(
            new HandOver.Accepted(
                List.of("77"),
                3,
                Optional.of(new Price(new BigDecimal("0.0425"), "EUR")),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted",
    "202, Accepted",
    "204, Accepted",
    "301, REJECTED",
    "400, REJECTED",
    "401, UNAVAILABLE",
    "404, REJECTED",
    "408, RETRY",
    "409, RETRY",
    "425, RETRY",
    "429, RETRY",
    "500, RETRY",
    "502, RETRY",
    "503, REJECTED",
    "208, RETRY"
  })
  void eachStatusHasItsMeaning(int status, String meaning) throws Exception {
    TestProvider provider = provider(TestProvider.answering(status, "", ""));
    HandOver said =
        carrier(
                HttpSettings.json(provider.url())
                    .with("response.retry", "409,208")
                    .with("response.refused", "503"))
            .send(MESSAGE);
    assertThat(Said.kind(said)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40|40",
        "Sun, 01 Mar 2026 12:01:00 GMT|60",
        "Sun, 01 Mar 2026 11:00:00 GMT|0",
        "soon|-1",
        "-5|-1",
        "99999999999999999999|-1"
      })
  void retryAfterIsReadAsSecondsOrAsAMoment(String header, long seconds) throws Exception {
    TestProvider provider =
        provider(TestProvider.answering(429, "Retry-After: " + header + "\r\n", ""));
    assertThat(carrier(HttpSettings.json(provider.url())).send(MESSAGE))
        .isEqualTo(
            new HandOver.Failed(
                FailureClass.RETRY,
                "the provider answered 429",
                seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds))));
  }

  @ParameterizedTest
  @CsvSource({
    "{\"s\":\"0\"}, Accepted",
    "{\"s\":0}, Accepted",
    "{\"s\":1}, RETRY",
    "{\"s\":9}, REJECTED",
    "{\"s\":null}, Unknown",
    "{\"s\":{}}, Unknown",
    "garbage, Unknown",
    "'', Unknown"
  })
  void aFieldMayTellTheOutcome(String body, String meaning) throws Exception {
    TestProvider provider = provider(TestProvider.answering(200, "", body));
    HandOver said =
        carrier(
                HttpSettings.json(provider.url())
                    .with("response.outcome", "/s")
                    .with("response.accepted", "0")
                    .with("response.retry-outcomes", "1"))
            .send(MESSAGE);
    assertThat(Said.kind(said)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "400, {\"code\":\"fraud\"}, FRAUD, 'the provider answered 400, error fraud'",
    "400, {\"code\":13}, WRONG_TRANSPORT, 'the provider answered 400, error 13'",
    "400, {\"code\":\"+31612345678\"}, REJECTED, the provider answered 400",
    "409, {}, UNAVAILABLE, the provider answered 409",
    "500, {\"code\":13}, WRONG_TRANSPORT, 'the provider answered 500, error 13'",
    "200, {\"s\":\"9\"}, FRAUD, the provider named the outcome 9",
    "200, '{\"s\":\"8\",\"code\":13}', WRONG_TRANSPORT, 'the provider answered 200, error 13'"
  })
  void theProvidersOwnCodesMeanWhatTheSettingsSay(
      int status, String body, FailureClass kind, String words) throws Exception {
    TestProvider provider = provider(TestProvider.answering(status, "", body));
    HandOver said =
        carrier(
                HttpSettings.json(provider.url())
                    .with("response.outcome", "/s")
                    .with("response.accepted", "0")
                    .with("response.error", "/code")
                    .with("response.errors.fraud", "fraud")
                    .with("response.errors.13", "wrong_transport")
                    .with("response.errors.409", "unavailable")
                    .with("response.errors.9", "fraud"))
            .send(MESSAGE);
    assertThat(said).isEqualTo(new HandOver.Failed(kind, words));
  }

  @Test
  void whetherASilentOrCutConnectionSentItIsUnknown() throws Exception {
    for (String answer : List.of(TestProvider.CUT, TestProvider.SILENCE, "garbage\r\n\r\n")) {
      TestProvider provider = provider(TestProvider.raw(answer));
      assertThat(carrier(HttpSettings.json(provider.url())).send(MESSAGE))
          .as(answer)
          .isEqualTo(new HandOver.Unknown("the provider gave no answer"));
      assertThat(provider.got()).as("not sent twice by itself").hasSize(1);
    }
  }

  @Test
  void aProviderThatCannotBeReachedSurelyDidNotSend() throws Exception {
    assertThat(carrier(HttpSettings.json("http://127.0.0.1:" + closedPort() + "/")).send(MESSAGE))
        .isEqualTo(
            new HandOver.Failed(FailureClass.UNAVAILABLE, "the provider could not be reached"));
  }

  @Test
  void aGoodStatusCountsEvenWhenTheBodyIsEndlessOrHuge() throws Exception {
    TestProvider dripping = provider(TestProvider.raw(TestProvider.DRIP));
    TestProvider huge =
        provider(TestProvider.answering(200, "", " ".repeat(ProviderClient.BODY_MAX + 1)));
    for (TestProvider provider : List.of(dripping, huge)) {
      assertThat(carrier(HttpSettings.json(provider.url())).send(MESSAGE))
          .isEqualTo(HandOver.Accepted.plainly(1));
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    TestProvider other = provider(TestProvider.answering(200, "", ""));
    TestProvider provider =
        provider(TestProvider.answering(307, "Location: " + other.url() + "\r\n", ""));
    assertThat(carrier(HttpSettings.json(provider.url())).send(MESSAGE))
        .isEqualTo(new HandOver.Failed(FailureClass.REJECTED, "the provider answered 307"));
    assertThat(other.got()).isEmpty();
  }

  @Test
  void nonsenseInTheNamedFieldsIsLeftOut() throws Exception {
    for (String value : List.of("\"\"", "-1", "256", "1e999999999", "[]", "\"x\"", "4294967297")) {
      TestProvider provider =
          provider(TestProvider.answering(200, "", "{\"n\":" + value + ",\"c\":\"euro\"}"));
      HandOver said =
          carrier(
                  HttpSettings.json(provider.url())
                      .with("response.parts", "/n")
                      .with("response.price", "/n")
                      .with("response.currency", "/c"))
              .send(MESSAGE);
      assertThat(said).as(value).isEqualTo(HandOver.Accepted.plainly(1));
    }
  }

  private HttpCarrier carrier(HttpSettings settings) {
    HttpCarrier carrier = HttpSettings.carrier(settings);
    open.add(carrier);
    return carrier;
  }

  private TestProvider provider(TestProvider provider) {
    open.add(provider);
    return provider;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
