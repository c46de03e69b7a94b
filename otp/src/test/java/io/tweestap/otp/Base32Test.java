package io.tweestap.otp;

import static io.tweestap.otp.InvalidOtpInput.Reason.BASE32_CHARACTER;
import static io.tweestap.otp.InvalidOtpInput.Reason.BASE32_LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OTP-24 Base32 (RFC 4648)")
class Base32Test {
  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest
  @CsvFileSource(resources = "base32-rfc4648.csv", numLinesToSkip = 1)
  void givesTheVectorsOfRfc4648InBothDirections(
      String source,
      @Nullable String ascii,
      @Nullable String hex,
      @Nullable String padded,
      @Nullable String bare) {
    byte[] octets = HEX.parseHex(orEmpty(hex));
    assertThat(Base32.encode(octets)).as(source).isEqualTo(orEmpty(bare));
    assertThat(Base32.encodePadded(octets)).isEqualTo(orEmpty(padded));
    assertThat(Base32.decode(orEmpty(bare))).isEqualTo(octets);
    assertThat(Base32.decode(orEmpty(padded))).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZXW6YTBOI",
        "mzxw6ytboi",
        "MZXW 6YTB OI",
        " mzxw-6ytb-oi ",
        "MZXW6YTBOI======",
        "MZXW6YTB OI== ===="
      })
  void acceptsLowerCaseSpacesDashesAndMissingPadding(String text) {
    assertThat(Base32.decode(text)).asString().isEqualTo("foobar");
  }

  @Test
  void everyLetterAndDigitOfTheAlphabetHasItsValue() {
    byte[] octets = HEX.parseHex("00443214c74254b635cf84653a56d7c675be77df");
    assertThat(Base32.decode("abcdefghijklmnopqrstuvwxyz234567")).isEqualTo(octets);
    assertThat(Base32.encode(octets)).isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "1", "8", "9", "@", "[", "`", "{", "/", ":", "\u0130", "\u00e9", "\t", "\n"})
  void refusesWhatIsNotInTheAlphabet(String character) {
    assertRefused("MZXW" + character + "YTB", BASE32_CHARACTER);
  }

  @Test
  void namesTheBadCharacter() {
    assertThatThrownBy(() -> Base32.decode("JBSWY3DPEHPK3PX1")).hasMessageEndingWith(" 1");
    assertThatThrownBy(() -> Base32.decode("\u0000")).hasMessageEndingWith("U+0000");
    assertThatThrownBy(() -> Base32.decode("\u007f")).hasMessageEndingWith("U+007F");
    assertThatThrownBy(() -> Base32.decode("~")).hasMessageEndingWith(" ~");
  }

  @ParameterizedTest
  @ValueSource(strings = {"M", "MZX", "MZXW6Y", "MZXW6YTBM", "MZXW6YTBMZXW6Y"})
  void refusesATextCutOffInsideAnOctet(String text) {
    assertRefused(text, BASE32_LENGTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=", "========", "MY=", "MY=====", "MY=======", "MZXW6YTB========", "M======Y"})
  void refusesImpossiblePadding(String text) {
    assertRefused(text, BASE32_LENGTH);
  }

  @ParameterizedTest
  @CsvSource({"MY,66", "MZ,66", "M7,67", "MZXX,666f"})
  void ignoresLeftOverBits(String text, String hex) {
    assertThat(Base32.decode(text)).isEqualTo(HEX.parseHex(hex));
  }

  @Test
  void anyOctetsComeBackFromTheirText() {
    Random random = new Random(4648);
    for (int i = 0; i < 2_000; i++) {
      byte[] octets = new byte[random.nextInt(70)];
      random.nextBytes(octets);
      assertThat(Base32.decode(Base32.encode(octets))).isEqualTo(octets);
      assertThat(Base32.decode(Base32.encodePadded(octets))).isEqualTo(octets);
    }
  }

  @Test
  @Tag("many-rounds")
  void damagedTextGivesAResultOrTheNamedError() {
    Random random = new Random(24);
    for (int i = 0; i < 5_000; i++) {
      String text = Malformed.mutate("MZXW6YTBOI======", random);
      Malformed.resultOrNamedError(text, () -> Base32.decode(text));
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static void assertRefused(String text, InvalidOtpInput.Reason reason) {
    assertThatThrownBy(() -> Base32.decode(text))
        .isInstanceOfSatisfying(
            InvalidOtpInput.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
