package io.tweestap.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts from handsets: 3GPP TS 23.038 read back, and headers of TS 23.040 in any order.
class ReceivedTextTest {
  private static final Dialect ALL =
      new Dialect(Joining.UDH_16, Set.of(Shift.TURKISH, Shift.SPANISH, Shift.PORTUGUESE));

  @ParameterizedTest
  @CsvSource({
    "0, GSM_7",
    "1, LATIN_1",
    "3, LATIN_1",
    "8, UCS_2",
    "2, BINARY",
    "4, BINARY",
    "5, BINARY",
    "16, GSM_7",
    "24, UCS_2",
    "20, BINARY",
    "200, GSM_7",
    "224, UCS_2",
    "240, GSM_7",
    "244, BINARY",
    "32, BINARY",
    "255, BINARY"
  })
  void theCodingIsWhatSmppAndGsmSay(int dataCoding, ReceivedCoding coding) {
    assertThat(ReceivedCoding.of(dataCoding)).isEqualTo(coding);
  }

  @Test
  void everyCharacterOfEveryTableIsReadBack() {
    List<String> texts =
        List.of(
            Tables.BASIC.replace("\u001b", ""),
            "^{}\\[~]|€\f",
            Tables.TURKISH_LOCKING.replace("\u001b", "") + "ĞİŞçğış",
            "çÁÍÓÚáíóú" + "a".repeat(200),
            Tables.PORTUGUESE_LOCKING.replace("\u001b", ""));
    for (String text : texts) {
      assertThat(sentAndRead(text, ALL)).isEqualTo(text);
      assertThat(sentAndRead(text, Dialect.PLAIN)).isEqualTo(text);
    }
  }

  @Test
  void anySeededTextIsReadBackFromItsPartsInAnyOrder() {
    Random random = new Random(20261129);
    String letters = "abc €[]{}ñşğãõ漢字🚲👩‍🔧\n";
    for (int run = 0; run < 300; run++) {
      StringBuilder text = new StringBuilder();
      int[] points = letters.codePoints().toArray();
      int length = 1 + random.nextInt(400);
      int known = run % 3 == 0 ? 8 : points.length;
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(points[random.nextInt(known)]);
      }
      assertThat(sentAndRead(text.toString(), ALL)).isEqualTo(text.toString());
    }
  }

  /// Handsets split where our own parts never do.
  @Test
  void anEscapeOrASurrogatePairMayBeSplitBetweenParts() {
    assertThat(read(gsm(new byte[] {'a', 0x1b}), gsm(new byte[] {0x65, 'b'}))).isEqualTo("a€b");
    byte[] bike = "🚲".getBytes(UTF_16BE);
    assertThat(read(ucs2(new byte[] {bike[0], bike[1]}), ucs2(new byte[] {bike[2], bike[3]})))
        .isEqualTo("🚲");
  }

  @Test
  void aGapStandsWhereAPartIsMissing() {
    assertThat(
            ReceivedPart.read(
                List.of(
                    Optional.empty(),
                    Optional.of(gsm("b".getBytes(ISO_8859_1))),
                    Optional.empty(),
                    Optional.empty())))
        .isEqualTo("[...]b[...]");
  }

  @Test
  void whatIsNotQuiteRightIsStillRead() {
    assertThat(read(gsm(new byte[] {'a', 0x1b}))).isEqualTo("a");
    assertThat(read(gsm(new byte[] {0x1b, 'a', 0x1b, 0x1b, (byte) 0xe9}))).isEqualTo("a é");
    assertThat(read(ucs2(new byte[] {0, 'a', 0}))).isEqualTo("a");
    assertThat(read(ucs2(("\uFEFF" + "é").getBytes(UTF_16BE)))).isEqualTo("é");
    assertThat(read(ucs2(("\uFEFF" + "é").getBytes(UTF_16LE)))).isEqualTo("é");
    assertThat(read(new ReceivedPart(ReceivedCoding.GSM_7, 9, 9, new byte[] {'a'}))).isEqualTo("a");
    assertThat(read(new ReceivedPart(ReceivedCoding.BINARY, 0, 0, new byte[] {1, (byte) 0xff})))
        .isEqualTo("01ff");
  }

  /// Jasmin looked for the number of a part in the first element only.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "05 00 03 2a 03 02",
        "06 08 04 00 2a 03 02",
        "0b 05 04 0b 84 23 f0 00 03 2a 03 02",
        "0d 24 01 01 25 01 03 08 04 00 2a 03 02 ff",
        "08 00 03 2a 03 02 24 01 02"
      })
  void thePartsNumberStandsAnywhereInTheHeader(String header) {
    UserData data = UserData.read(0, true, octets(header + " 41"));
    if (header.endsWith("ff")) {
      // A length that runs over the header's end.
      assertThat(data.part().coding()).isEqualTo(ReceivedCoding.BINARY);
      return;
    }
    assertThat(data.number()).hasValue(new PartNumber(42, 3, 2));
    assertThat(read(data.part())).isEqualTo("A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ff", "05 00 03 2a", "03 00 05 01", "01 00", "40 00 03 2a 03 02 41"})
  void aMalformedHeaderIsNoTextAndNoPart(String malformed) {
    UserData data = UserData.read(0, true, octets(malformed));
    assertThat(data.number()).isEmpty();
    assertThat(data.part().coding()).isEqualTo(ReceivedCoding.BINARY);
    assertThat(read(data.part())).isEqualTo(malformed.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"05 00 03 2a 00 00", "05 00 03 2a 01 01", "05 00 03 2a 02 03"})
  void aPartOfNothingIsAWholeMessage(String header) {
    UserData data = UserData.read(0, true, octets(header + " 41"));
    assertThat(data.number()).isEmpty();
    assertThat(read(data.part())).isEqualTo("A");
  }

  @Test
  void noOctetsWhateverMakeItFail() {
    Random random = new Random(4711);
    for (int run = 0; run < 20_000; run++) {
      byte[] octets = new byte[random.nextInt(160)];
      random.nextBytes(octets);
      UserData data = UserData.read(random.nextInt(256), random.nextBoolean(), octets);
      assertThat(read(data.part())).isNotNull();
    }
  }

  private static String sentAndRead(String text, Dialect dialect) {
    SmsParts sent = SmsParts.of(text, dialect);
    List<SmsPart> bytes = new ArrayList<>(sent.inBytes(0x1234));
    Collections.shuffle(bytes, new Random(1));
    List<Optional<ReceivedPart>> parts =
        new ArrayList<>(Collections.nCopies(bytes.size(), Optional.empty()));
    int coding = sent.encoding() == Encoding.UCS_2 ? 8 : 0;
    for (SmsPart part : bytes) {
      UserData data = UserData.read(coding, part.header().length > 0, part.bytes());
      int number = data.number().map(PartNumber::number).orElse(1);
      parts.set(number - 1, Optional.of(data.part()));
    }
    return ReceivedPart.read(parts);
  }

  private static String read(ReceivedPart... parts) {
    return ReceivedPart.read(java.util.Arrays.stream(parts).map(Optional::of).toList());
  }

  private static ReceivedPart gsm(byte[] octets) {
    return new ReceivedPart(ReceivedCoding.GSM_7, 0, 0, octets);
  }

  private static ReceivedPart ucs2(byte[] octets) {
    return new ReceivedPart(ReceivedCoding.UCS_2, 0, 0, octets);
  }

  private static byte[] octets(String hexadecimal) {
    return HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
  }
}
