package io.tweestap.factor.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("WA-21: CBOR is read as authenticators must write it")
class CborTest {
  @ParameterizedTest
  @CsvSource({
    "a10100ff, something follows",
    "a201000101, a key twice",
    "bf0100ff, an indefinite length",
    "a1015f4100ff, an indefinite length",
    "a1015bffffffffffffffff, not the shortest form",
    "a1015a7fffffff, longer than what is there",
    "ba7fffffff, longer than what is there",
    "a1019a7fffffff, longer than what is there",
    "a1011800, not the shortest form",
    "a1015900ff, not the shortest form",
    "a1011c, a reserved length",
    "a101c000, a tag",
    "a101f97e00, 'a number with a point, or unknown'",
    "a1410000, a key that is neither number nor text",
    "a10161ff, not UTF-8",
    "a1018181818181818181818100, too deep",
    "00, not a map",
    "a101, longer than what is there",
    "'', ends too soon"
  })
  void refused(String hex, String why) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> Cbor.map(bytes))
        .isInstanceOf(Cbor.MalformedException.class)
        .hasMessage(why);
  }

  @Test
  @DisplayName("WA-21: whatever octets come, nothing else than a refusal comes of them")
  void nothingBreaks() {
    Random random = new Random(21);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] = (byte) (0xa0 | random.nextInt(4));
      }
      try {
        assertThat(Cbor.map(bytes)).isNotNull();
      } catch (Cbor.MalformedException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }
}
