package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.delivery.SampleMessages;
import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.testkit.ManualClock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptReaderTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  @ParameterizedTest
  @CsvSource({
    "OK, delivered",
    "ok, delivered",
    "lost, undeliverable",
    "late, expired",
    "spam, rejected",
    "sending, enroute"
  })
  void eachWordHasItsMeaning(String word, String state) {
    assertThat(read(JSON, "{\"m\":{\"id\":17},\"s\":\"" + word + "\",\"e\":\"EC_7\"}"))
        .extracting(told -> told.carrierMessageId() + told.state().text() + told.error())
        .containsExactly("17" + state + "Optional[EC_7]");
  }

  @Test
  void severalMayComeAtOnce() {
    HttpSettings settings = settings().with("receipts.list", "/all");
    String body = "{\"all\":[{\"m\":{\"id\":1},\"s\":\"ok\"},{\"m\":{\"id\":2},\"s\":\"x\"},{}]}";
    assertThat(reader(settings).read(request(JSON, body)))
        .extracting(CarrierReceipt::carrierMessageId)
        .containsExactly("1", "2");
  }

  @Test
  void aFormIsReadByTheNamesOfItsFields() {
    HttpSettings settings = settings().with("receipts.id", "/Sid").with("receipts.state", "/St");
    assertThat(reader(settings).read(request(FORM, "St=ok&Sid=S%2B1&e=000")))
        .extracting(told -> told.carrierMessageId() + told.state().text() + told.error())
        .containsExactly("S+1deliveredOptional.empty");
  }

  @Test
  void whatNamesNoMessageOrStateIsLeftOut() {
    for (String body :
        List.of("{}", "[]", "null", "1", "{\"m\":{\"id\":\" \"},\"s\":\"ok\"}", "{\"s\":\"ok\"}")) {
      assertThat(read(JSON, body)).as(body).isEmpty();
    }
    assertThat(read(FORM, "")).isEmpty();
  }

  @Test
  void whatIsNeitherFormNorJsonIsRefusedInOneWay() {
    Random random = new Random(12);
    ReceiptReader reader = reader(settings());
    for (int i = 0; i < 2_000; i++) {
      byte[] octets = new byte[random.nextInt(60)];
      random.nextBytes(octets);
      for (String type : List.of(FORM, JSON)) {
        try {
          reader.read(new ReceiptRequest(null, type, Map.of(), octets));
        } catch (IllegalArgumentException _) {
          // The one way.
        }
      }
    }
    assertThatThrownBy(() -> read(JSON, "{")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read(FORM, "m=%zz")).isInstanceOf(IllegalArgumentException.class);
  }

  private static HttpSettings settings() {
    return HttpSettings.json("https://sms.example/")
        .with("receipts.signature", "hmac")
        .with("receipts.secret", "s3cret")
        .with("receipts.id", "/m/id")
        .with("receipts.state", "/s")
        .with("receipts.error", "/e")
        .with("receipts.delivered", "ok")
        .with("receipts.undelivered", "lost")
        .with("receipts.expired", "late")
        .with("receipts.rejected", "spam");
  }

  private static ReceiptReader reader(HttpSettings settings) {
    HttpProperties read = settings.read();
    return new ReceiptReader(
        "http", read.receipts(), read.response().errors(), new ManualClock(SampleMessages.NOW));
  }

  private static List<CarrierReceipt> read(String type, String body) {
    return reader(settings()).read(request(type, body));
  }

  private static ReceiptRequest request(String type, String body) {
    return new ReceiptRequest(null, type, Map.of(), body.getBytes(UTF_8));
  }
}
