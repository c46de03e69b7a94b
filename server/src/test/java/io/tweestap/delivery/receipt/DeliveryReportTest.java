package io.tweestap.delivery.receipt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryReportTest {
  private static final Instant ARRIVED = Instant.parse("2026-03-01T12:00:30Z");
  private static final String TEXT =
      "id:7 sub:001 dlvrd:000 submit date:2603011200 done date:2603011200 stat:UNDELIV err:027"
          + " text:hi";

  @Test
  void parametersWinOverTheText() {
    DeliveryReport report =
        read(
            TEXT,
            new ReceiptParameters(
                Optional.of("00A7\0"), OptionalInt.of(2), OptionalInt.of(0x0105)));
    assertThat(report.id()).hasValue("00A7");
    assertThat(report.state()).hasValue(ReceiptState.DELIVERED);
    assertThat(report.error()).hasValue("261");
  }

  @Test
  void parametersThatSayNothingLeaveTheText() {
    DeliveryReport report =
        read(TEXT, new ReceiptParameters(Optional.of("\0"), OptionalInt.of(99), OptionalInt.of(0)));
    assertThat(report.id()).hasValue("7");
    assertThat(report.state()).hasValue(ReceiptState.UNDELIVERABLE);
    assertThat(report.error()).hasValue("027");
  }

  @Test
  void parametersAloneAreEnough() {
    ReceiptParameters alone =
        new ReceiptParameters(Optional.of("7"), OptionalInt.of(3), OptionalInt.empty());
    assertThat(read("", alone).receipt("smpp", ARRIVED, ZoneOffset.UTC))
        .hasValue(new CarrierReceipt("smpp", "7", ReceiptState.EXPIRED, ARRIVED, Optional.empty()));
  }

  @Test
  void theDateIsInTheZoneOfTheOperator() {
    CarrierReceipt receipt =
        read("id:7 stat:DELIVRD done date:2603011300", ReceiptParameters.NONE)
            .receipt("smpp", ARRIVED, ZoneId.of("Europe/Amsterdam"))
            .orElseThrow();
    assertThat(receipt.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
  }

  @Test
  void aTimeThatCannotBeTrueIsThatOfTheArrival() {
    for (String date : new String[] {"2603011530", "2501010000", "9912312359"}) {
      assertThat(
              read("id:7 stat:DELIVRD done date:" + date, ReceiptParameters.NONE)
                  .receipt("smpp", ARRIVED, ZoneOffset.UTC)
                  .orElseThrow()
                  .at())
          .isEqualTo(ARRIVED);
    }
  }

  @Test
  void nothingOfTheMessagesOwnTextIsKept() {
    assertThat(read("id:7 stat:DELIVRD text:481516 is your code", ReceiptParameters.NONE))
        .asString()
        .doesNotContain("481516");
  }

  @Test
  void aReceiptWithoutIdOrStateIsNone() {
    for (String text : new String[] {"", "id:7", "stat:DELIVRD", "hello", "id:\0 stat:DELIVRD"}) {
      assertThat(read(text, ReceiptParameters.NONE).receipt("smpp", ARRIVED, ZoneOffset.UTC))
          .as(text)
          .isEmpty();
    }
  }

  /// Seeded, so that a failure can be repeated: texts cut, doubled, shuffled and with octets of any
  /// value in them.
  @Test
  void nothingThatAnOperatorSendsMakesItThrow() throws Exception {
    Random random = new Random(340);
    byte[][] seeds =
        VendorTextsTest.lines().stream()
            .map(line -> line.getBytes(random.nextBoolean() ? ISO_8859_1 : UTF_16BE))
            .toArray(byte[][]::new);
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = seeds[random.nextInt(seeds.length)].clone();
      for (int change = random.nextInt(12); change > 0 && octets.length > 0; change--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      int from = random.nextInt(octets.length);
      byte[] cut = java.util.Arrays.copyOfRange(octets, from, from + random.nextInt(300));
      ReceiptParameters parameters =
          new ReceiptParameters(
              random.nextBoolean() ? Optional.empty() : Optional.of(new String(cut, ISO_8859_1)),
              OptionalInt.of(random.nextInt(256)),
              OptionalInt.of(random.nextInt(65_536)));
      DeliveryReport report =
          DeliveryReport.read(cut, random.nextBoolean() ? parameters : ReceiptParameters.NONE);
      report.receipt("smpp", ARRIVED, ZoneOffset.UTC);
    }
  }

  @Test
  void aLongTextCostsLittle() {
    for (String part : new String[] {"id:", "submit date", " ", "stat", "text:", "id  ", "0"}) {
      byte[] octets = part.repeat(65_536 / part.length()).getBytes(ISO_8859_1);
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> DeliveryReport.read(octets, ReceiptParameters.NONE));
    }
  }

  private static DeliveryReport read(String text, ReceiptParameters parameters) {
    return DeliveryReport.read(text.getBytes(ISO_8859_1), parameters);
  }
}
