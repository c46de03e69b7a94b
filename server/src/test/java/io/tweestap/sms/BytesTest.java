package io.tweestap.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bytes of parts, and how much fits beside each header (3GPP TS 23.038 and 23.040).
class BytesTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void septetsAreNotPacked() {
    assertThat(hex(SmsParts.of("Hello €[1]")))
        .containsExactly("48656c6c6f20" + "1b65" + "1b3c" + "31" + "1b3e");
  }

  @Test
  void ucs2IsBigEndianWithoutMark() {
    assertThat(hex(SmsParts.of("Ж😀"))).containsExactly("0416d83dde00");
  }

  @Test
  void partsCarryTheHeaderOfTheirLink() {
    String text = "a".repeat(161);
    assertThat(headers(text, new Dialect(Joining.UDH_8, Set.of())))
        .containsExactly("050003340201", "050003340202");
    assertThat(headers(text, new Dialect(Joining.UDH_16, Set.of())))
        .containsExactly("06080412340201", "06080412340202");
    assertThat(headers(text, new Dialect(Joining.SAR, Set.of()))).containsExactly("", "");
    assertThat(headers(text, new Dialect(Joining.PAYLOAD, Set.of()))).containsExactly("");
  }

  @Test
  void theOperatorSplitsAPayloadAndItIsCountedAllTheSame() {
    SmsParts parts = SmsParts.of("a".repeat(161), new Dialect(Joining.PAYLOAD, Set.of()));
    assertThat(parts.count()).isEqualTo(2);
    assertThat(parts.inBytes(1)).hasSize(1);
    assertThat(parts.inBytes(1).getFirst().bytes()).hasSize(161);
    assertThatThrownBy(() -> new Dialect(Joining.PAYLOAD, Set.of(Shift.SPANISH)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // text repeated, link, shifts, alone, together
    "a, UDH_8, , 160, 153",
    "a, UDH_16, , 160, 152",
    "a, SAR, , 160, 153",
    "Ж, UDH_8, , 70, 67",
    "Ж, UDH_16, , 70, 66",
    "ğ, UDH_8, TURKISH, 155, 149",
    "ã, UDH_8, PORTUGUESE, 155, 149",
    "ã, UDH_16, PORTUGUESE, 155, 148",
  })
  void eachHeaderTakesItsRoom(String character, Joining joining, Shift shift, int alone, int part) {
    Dialect dialect = new Dialect(joining, shift == null ? Set.of() : Set.of(shift));
    assertThat(SmsParts.of(character.repeat(alone), dialect).count()).isEqualTo(1);
    SmsParts two = SmsParts.of(character.repeat(alone + 1), dialect);
    assertThat(two.count()).isEqualTo(2);
    assertThat(two.texts().getFirst()).hasSize(part);
  }

  @Test
  void bothTablesTogetherLeave152Or146() {
    // ã is one septet under the locking table only, which has no Θ: that is behind the escape.
    Dialect portuguese = new Dialect(Joining.UDH_8, Set.of(Shift.PORTUGUESE));
    SmsParts alone = SmsParts.of("ã".repeat(150) + "Θ", portuguese);
    assertThat(alone.count()).isEqualTo(1);
    assertThat(alone.unitsLeft()).isEqualTo(0);
    assertThat(alone.singleShift()).contains(Shift.PORTUGUESE);
    assertThat(alone.lockingShift()).contains(Shift.PORTUGUESE);
    assertThat(hexHeaders(alone)).containsExactly("06" + "240103" + "250103");
    SmsParts several = SmsParts.of("ã".repeat(150) + "ΘΘ", portuguese);
    assertThat(several.texts()).containsExactly("ã".repeat(146), "ãããã" + "ΘΘ");
    assertThat(hexHeaders(several).getFirst()).isEqualTo("0b" + "0003340201" + "240103" + "250103");
  }

  @Test
  void aTableIsUsedOnlyWhereItSavesAPart() {
    Dialect all = new Dialect(Joining.UDH_8, EnumSet.allOf(Shift.class));
    assertThat(SmsParts.of("ğ".repeat(70), all).encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(SmsParts.of("ğ".repeat(71), all).singleShift()).contains(Shift.TURKISH);
    assertThat(SmsParts.of("plain", all).singleShift()).isEmpty();
    assertThat(SmsParts.of("Ж".repeat(71), all).encoding()).isEqualTo(Encoding.UCS_2);
  }

  @ParameterizedTest
  @CsvSource({
    "TURKISH, Ğ:1b47 İ:1b49 Ş:1b53 ç:1b63 ğ:1b67 ı:1b69 ş:1b73 €:1b65",
    "SPANISH, ç:1b09 Á:1b41 Í:1b49 Ó:1b4f Ú:1b55 á:1b61 í:1b69 ó:1b6f ú:1b75 [:1b3c",
    "PORTUGUESE, ê:1b05 ç:1b09 Ô:1b0b ô:1b0c Á:1b0e á:1b0f Ê:1b1f À:1b41 Í:1b49 Ó:1b4f Ú:1b55"
        + " Ã:1b5b Õ:1b5c Â:1b61 í:1b69 ó:1b6f ú:1b75 ã:1b7b õ:1b7c â:1b7f"
  })
  void theTablesBehindTheEscapeAreThoseOfAnnexA2(Shift shift, String pairs) {
    // Characters that only the standard basic table has keep the locking tables away.
    Dialect dialect = new Dialect(Joining.UDH_8, Set.of(shift));
    for (String pair : pairs.split(" ")) {
      String character = pair.substring(0, 1);
      SmsParts parts = SmsParts.of("èìÆæø".repeat(26) + character, dialect);
      assertThat(parts.count()).as(character).isEqualTo(1);
      String hex = hex(parts).getFirst();
      assertThat(hex).as(character).endsWith(pair.substring(2));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TURKISH, €:04 ı:07 Ğ:0b ğ:0c Ş:1c ş:1d İ:40 ç:60",
    "PORTUGUESE, ê:04 ú:06 í:07 ó:08 ç:09 Ô:0b ô:0c Á:0e á:0f ª:12 Ç:13 À:14 ∞:15 ^:16 \\:17 €:18"
        + " Ó:19 |:1a Â:1c â:1d Ê:1e º:24 Í:40 Ã:5b Õ:5c Ú:5d ~:60 ã:7b õ:7c `:7d"
  })
  void theLockingTablesAreThoseOfAnnexA3(Shift shift, String pairs) {
    for (String pair : pairs.split(" ")) {
      String character = pair.substring(0, 1);
      String filler = shift == Shift.TURKISH ? "ğ" : "ã";
      SmsParts parts =
          SmsParts.of(filler.repeat(140) + character, new Dialect(Joining.UDH_8, Set.of(shift)));
      assertThat(parts.lockingShift()).as(character).contains(shift);
      assertThat(hex(parts).getFirst()).as(character).endsWith(pair.substring(2));
    }
  }

  @Test
  void moreThan255PartsCannotBeWritten() {
    SmsParts parts = SmsParts.of("a".repeat(153 * 255 + 1));
    assertThat(parts.count()).isEqualTo(256);
    assertThatThrownBy(() -> parts.inBytes(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void toStringShowsNoText() {
    assertThat(SmsParts.of("123456").inBytes(1)).hasToString("[SmsPart[1 of 1, 6 bytes]]");
  }

  private static List<String> hex(SmsParts parts) {
    return parts.inBytes(0x1234).stream().map(part -> HEX.formatHex(part.text())).toList();
  }

  private static List<String> headers(String text, Dialect dialect) {
    return hexHeaders(SmsParts.of(text, dialect));
  }

  private static List<String> hexHeaders(SmsParts parts) {
    return parts.inBytes(0x1234).stream().map(part -> HEX.formatHex(part.header())).toList();
  }
}
