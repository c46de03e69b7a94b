package io.tweestap.delivery.smpp;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.Said;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SubmitSm;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands on the wire for a message (SMPP 3.4 section 4.4.1).
class SubmitSmTest {
  private static final String LONG = "0123456789".repeat(31);

  private final TestLinks links = new TestLinks();
  private final FakeSmsc smsc = new FakeSmsc();

  @AfterEach
  void close() {
    links.close();
    smsc.close();
  }

  @Test
  void aTextInGsmIsOneSeptetInEachOctet() throws Exception {
    SubmitSm sent = only(send("Hello €[1]"));
    assertThat(HexFormat.of().formatHex(sent.shortMessage()))
        .isEqualTo("48656c6c6f201b651b3c311b3e");
    assertThat(sent.dataCoding()).isZero();
    assertThat(sent.esmClass()).isZero();
  }

  @Test
  void aTextInUcs2IsBigEndianWithoutAMark() throws Exception {
    SubmitSm sent = only(send("Код 5"));
    assertThat(sent.shortMessage()).isEqualTo("Код 5".getBytes(UTF_16BE));
    assertThat(sent.dataCoding()).isEqualTo(8);
  }

  @Test
  void theCodingOfGsmIsTheOperators() throws Exception {
    assertThat(only(send("Hello", "gsm-coding", "1")).dataCoding()).isEqualTo(1);
  }

  @Test
  void aNumberIsInternationalWithoutItsPlus() throws Exception {
    SubmitSm sent = only(send("Hello"));
    assertThat(sent.destination()).isEqualTo("31612345678");
    assertThat(sent.destinationTon()).isEqualTo(1);
    assertThat(sent.destinationNpi()).isEqualTo(1);
    assertThat(sent.registeredDelivery()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Acme, 5, 0, Acme",
    "Zürich Café, 5, 0, Zurich Cafe",
    "Acme Corporation, 5, 0, Acme Corpor",
    "+4915112345678, 1, 1, 4915112345678",
    "4915112345678, 1, 1, 4915112345678",
    "12345, 3, 0, 12345",
    "'', 0, 0, ''",
    "漢字, 0, 0, ''"
  })
  void aSenderHasTypeAndPlanOfWhatItIs(String sender, int ton, int npi, String text)
      throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    carrier.send(SampleMessages.message(Channel.SMS, SampleMessages.NUMBER, sender, "", "Hello"));
    SubmitSm sent = only(smsc.submitted());
    assertThat(sent.source()).isEqualTo(text);
    assertThat(sent.sourceTon()).isEqualTo(ton);
    assertThat(sent.sourceNpi()).isEqualTo(npi);
  }

  @Test
  void anOperatorMayWantOtherTypesAndPlans() throws Exception {
    SubmitSm sent = only(send("Hello", "alphanumeric", "5/1", "international", "2/8"));
    assertThat(sent.sourceNpi()).isEqualTo(1);
    assertThat(sent.destinationTon()).isEqualTo(2);
    assertThat(sent.destinationNpi()).isEqualTo(8);
  }

  @Test
  void longTextsHaveAHeaderOfEightBits() throws Exception {
    List<SubmitSm> sent = send(LONG);
    assertThat(sent).hasSize(3);
    int reference = sent.getFirst().shortMessage()[3];
    for (int i = 0; i < 3; i++) {
      assertThat(sent.get(i).esmClass()).isEqualTo(0x40);
      assertThat(sent.get(i).shortMessage())
          .startsWith(5, 0, 3, reference, 3, i + 1)
          .hasSize(6 + (i < 2 ? 153 : 4));
    }
  }

  @Test
  void longTextsHaveAHeaderOfSixteenBitsWhereTheLinkWantsIt() throws Exception {
    List<SubmitSm> sent = send(LONG, "joining", "udh_16");
    assertThat(sent).hasSize(3);
    assertThat(sent.get(2).shortMessage()).startsWith(6, 8, 4).hasSize(7 + 6);
  }

  @Test
  void longTextsHaveFieldsOfTheirOwnWhereTheLinkWantsIt() throws Exception {
    List<SubmitSm> sent = send(LONG, "joining", "sar");
    assertThat(sent).hasSize(3);
    byte[] reference = sent.getFirst().optional(0x020C);
    assertThat(reference).hasSize(2);
    for (int i = 0; i < 3; i++) {
      assertThat(sent.get(i).esmClass()).isZero();
      assertThat(sent.get(i).optional(0x020C)).isEqualTo(reference);
      assertThat(sent.get(i).optional(0x020E)).containsExactly(3);
      assertThat(sent.get(i).optional(0x020F)).containsExactly(i + 1);
    }
  }

  @Test
  void longTextsAreAPayloadWhereTheLinkWantsIt() throws Exception {
    SubmitSm sent = only(send(LONG, "joining", "payload"));
    assertThat(sent.shortMessage()).isEmpty();
    assertThat(sent.optional(0x0424)).hasSize(310);
    assertThat(sent.optional()).doesNotContainKey(0x020C);
  }

  @Test
  void shortTextsAreNoPayloadAndNoPart() throws Exception {
    for (String joining : List.of("udh_8", "udh_16", "sar", "payload")) {
      SubmitSm sent = send("Hello", "joining", joining, "name", "l" + joining.length()).getLast();
      assertThat(sent.shortMessage()).hasSize(5);
      assertThat(sent.optional()).containsOnlyKeys(0x0204);
    }
  }

  @Test
  void aNationalTableIsNamedInTheHeader() throws Exception {
    SubmitSm sent = only(send("ğ".repeat(80), "shifts", "turkish"));
    assertThat(sent.esmClass()).isEqualTo(0x40);
    assertThat(sent.dataCoding()).isZero();
    assertThat(sent.shortMessage()[0]).isGreaterThanOrEqualTo((byte) 3);
  }

  @Test
  void allPartsGoOverOneSessionInTheirOrder() throws Exception {
    SmppCarrier carrier = links.bound(smsc, "binds", "4");
    FakeSmsc.await("four binds", () -> smsc.bound() == 4);
    for (int i = 0; i < 8; i++) {
      carrier.send(SampleMessages.text(Channel.SMS, LONG));
    }
    List<SubmitSm> sent = smsc.submitted();
    assertThat(sent).hasSize(24);
    for (int i = 0; i < 24; i++) {
      assertThat(sent.get(i).session()).isEqualTo(sent.get(i - i % 3).session());
      assertThat((int) sent.get(i).shortMessage()[5]).isEqualTo(i % 3 + 1);
    }
  }

  @Test
  void aMessageThatIsSentAgainHasTheReferencesOfTheFirstTime() throws Exception {
    SmppCarrier carrier = links.bound(smsc, "joining", "sar");
    OutgoingMessage message = SampleMessages.text(Channel.SMS, LONG);
    carrier.send(message);
    carrier.send(message);
    carrier.send(SampleMessages.text(Channel.SMS, LONG));
    List<byte[]> references = smsc.submitted().stream().map(sent -> sent.optional(0x0204)).toList();
    assertThat(references.get(3)).isEqualTo(references.get(0));
    assertThat(references.get(6)).isNotEqualTo(references.get(0));
    assertThat(smsc.submitted().get(3).optional(0x020C))
        .isEqualTo(smsc.submitted().get(0).optional(0x020C));
  }

  @ParameterizedTest
  @CsvSource({"relative, 000000000500000R", "absolute, 260301120500000+", "none, ''"})
  void theOperatorHearsUntilWhenAMessageIsWorthIt(String kind, String written) throws Exception {
    assertThat(only(send("Hello", "validity", kind)).validity()).isEqualTo(written);
  }

  @Test
  void furtherParametersAreSentAsTheyStandInTheSettings() throws Exception {
    SubmitSm sent =
        only(send("Hello", "extra.1400", "00ff", "extra.1401", "31", "service-type", "OTP"));
    assertThat(sent.optional(0x1400)).containsExactly(0x00, 0xff);
    assertThat(sent.optional(0x1401)).containsExactly('1');
    assertThat(sent.serviceType()).isEqualTo("OTP");
    assertThat(ByteBuffer.wrap(sent.optional(0x0204)).remaining()).isEqualTo(2);
  }

  @Test
  void receiptsAreNotAskedForWhereTheyAreNotWanted() throws Exception {
    assertThat(only(send("Hello", "receipts", "false")).registeredDelivery()).isZero();
  }

  @Test
  void whatCannotBeSentIsRefusedBeforeTheWire() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    assertThat(
            Said.kind(
                carrier.send(
                    SampleMessages.message(Channel.SMS, "anna@example.org", "Acme", "", "Hello"))))
        .isEqualTo("REJECTED");
    assertThat(Said.kind(carrier.send(SampleMessages.text(Channel.SMS, "x".repeat(153 * 255 + 1)))))
        .isEqualTo("REJECTED");
    assertThat(smsc.submitted()).isEmpty();
  }

  private List<SubmitSm> send(String text, String... words) throws Exception {
    HandOver answer = links.bound(smsc, words).send(SampleMessages.text(Channel.SMS, text));
    assertThat(answer).isInstanceOf(HandOver.Accepted.class);
    return smsc.submitted();
  }

  private static SubmitSm only(List<SubmitSm> sent) {
    assertThat(sent).hasSize(1);
    return sent.getFirst();
  }
}
