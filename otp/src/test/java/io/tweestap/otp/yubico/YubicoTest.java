package io.tweestap.otp.yubico;

import static io.tweestap.otp.InvalidOtpInput.Reason.MODHEX;
import static io.tweestap.otp.InvalidOtpInput.Reason.YUBICO_KEY;
import static io.tweestap.otp.InvalidOtpInput.Reason.YUBICO_LENGTH;
import static io.tweestap.otp.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Malformed;
import io.tweestap.otp.OtpSecret;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OTP-25 Yubico OTP")
class YubicoTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final OtpSecret KEY = secret("ecde18dbe76fbd0c33330f1c354871db");
  private static final byte[] PRIVATE_ID = HEX.parseHex("8792ebfe26cc");
  private static final String OTP = "dteffujehknhfjbrjnlnldnhcujvddbikngjrtgh";
  private static final YubicoOutcome GENUINE =
      new YubicoOutcome.Accepted(new YubicoCounter(19, 17), 49_712);

  @ParameterizedTest
  @CsvFileSource(resources = "modhex.csv", numLinesToSkip = 1)
  void modHexGivesItsVectorsInBothDirectionsAndCases(String source, String hex, String modHex) {
    byte[] octets = HEX.parseHex(hex);
    assertThat(ModHex.encode(octets)).as(source).isEqualTo(modHex);
    assertThat(ModHex.decode(modHex)).isEqualTo(octets);
    assertThat(ModHex.decode(modHex.toUpperCase(Locale.ROOT))).isEqualTo(octets);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "yubico-otp.csv", numLinesToSkip = 1)
  void givesTheVectorsOfYubico(
      String source,
      String keyHex,
      String otp,
      @Nullable String publicId,
      @Nullable String publicIdHex,
      String ciphertextHex,
      String plaintextHex,
      String privateIdHex,
      int use,
      int timestamp,
      int session) {
    YubicoOtp parsed = YubicoOtp.parse(otp);
    assertThat(parsed.publicId()).isEqualTo(publicId == null ? "" : publicId);
    assertThat(parsed.verify(secret(keyHex), HEX.parseHex(privateIdHex), YubicoCounter.NONE))
        .isEqualTo(new YubicoOutcome.Accepted(new YubicoCounter(use, session), timestamp));
  }

  @Test
  void capitalLettersAreReadAlike() {
    assertThat(verify(OTP.toUpperCase(Locale.ROOT), YubicoCounter.NONE)).isEqualTo(GENUINE);
    assertThat(YubicoOtp.parse(OTP.toUpperCase(Locale.ROOT)).publicId()).isEqualTo("dteffuje");
  }

  @ParameterizedTest
  @CsvSource({"18,255,true", "19,16,true", "19,17,false", "19,18,false", "20,0,false"})
  void countersMustGrowStrictly(int use, int session, boolean accepted) {
    assertThat(verify(OTP, new YubicoCounter(use, session)))
        .isEqualTo(accepted ? GENUINE : new YubicoOutcome.Replayed(new YubicoCounter(19, 17)));
  }

  @Test
  void anotherKeyOrADamagedTextIsFoundByTheChecksum() {
    YubicoOutcome wrongKey = new YubicoOutcome.WrongKey();
    OtpSecret other = secret("ecde18dbe76fbd0c33330f1c354871da");
    assertThat(YubicoOtp.parse(OTP).verify(other, PRIVATE_ID, YubicoCounter.NONE))
        .isEqualTo(wrongKey);
    for (int i = 8; i < OTP.length(); i++) {
      char swapped = OTP.charAt(i) == 'c' ? 'b' : 'c';
      String damaged = OTP.substring(0, i) + swapped + OTP.substring(i + 1);
      assertThat(verify(damaged, YubicoCounter.NONE)).isEqualTo(wrongKey);
    }
  }

  @Test
  void privateIdMustMatch() {
    assertThat(YubicoOtp.parse(OTP).verify(KEY, HEX.parseHex("8792ebfe26cd"), YubicoCounter.NONE))
        .isEqualTo(new YubicoOutcome.WrongPrivateId());
  }

  @Test
  void capsLockBitDoesNotCount() {
    YubicoOtp capsLock = typed(0x8000 | 300, 0xffffff, 255);
    assertThat(capsLock.verify(KEY, PRIVATE_ID, YubicoCounter.NONE))
        .isEqualTo(new YubicoOutcome.Accepted(new YubicoCounter(300, 255), 0xffffff));
    assertThat(typed(0xffff, 0, 0).verify(KEY, PRIVATE_ID, YubicoCounter.NONE))
        .isEqualTo(new YubicoOutcome.Accepted(new YubicoCounter(0x7fff, 0), 0));
  }

  @Test
  void lengthsAreBounded() {
    String block = OTP.substring(8);
    assertThat(YubicoOtp.parse(block).publicId()).isEmpty();
    assertThat(YubicoOtp.parse("c".repeat(32) + block).publicId()).isEqualTo("c".repeat(32));
    assertRefused(YUBICO_LENGTH, () -> YubicoOtp.parse(""));
    assertRefused(YUBICO_LENGTH, () -> YubicoOtp.parse(block.substring(1)));
    assertRefused(YUBICO_LENGTH, () -> YubicoOtp.parse("c".repeat(33) + block));
    assertRefused(MODHEX, () -> YubicoOtp.parse("c" + block));
    assertRefused(
        YUBICO_KEY,
        () -> YubicoOtp.parse(OTP).verify(secret("00"), PRIVATE_ID, YubicoCounter.NONE));
    assertRefused(
        YUBICO_KEY, () -> YubicoOtp.parse(OTP).verify(KEY, new byte[5], YubicoCounter.NONE));
    assertRefused(
        YUBICO_KEY,
        () -> YubicoOtp.parse(OTP).verify(secret("00".repeat(24)), PRIVATE_ID, YubicoCounter.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca", "c0", "c ", "c-", "cA", "c\u0130", "c\u212a", "[c", "@c", "cc\n"})
  void otherCharactersAreNotModHex(String text) {
    assertRefused(MODHEX, () -> ModHex.decode(text));
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "32768,0", "0,-1", "0,256"})
  void counterRangesAreChecked(int use, int session) {
    assertRefused(YUBICO_KEY, () -> new YubicoCounter(use, session));
  }

  @Test
  void textFormShowsThePublicIdOnly() {
    assertThat(YubicoOtp.parse(OTP)).hasToString("YubicoOtp(dteffuje)");
  }

  @Test
  void anyOctetsComeBackFromModHex() {
    Random random = new Random(25);
    for (int i = 0; i < 500; i++) {
      byte[] octets = new byte[random.nextInt(40)];
      random.nextBytes(octets);
      assertThat(ModHex.decode(ModHex.encode(octets))).isEqualTo(octets);
    }
  }

  @Test
  @Tag("many-rounds")
  void damagedPasswordGivesAResultOrTheNamedError() {
    Random random = new Random(26);
    for (int i = 0; i < 5_000; i++) {
      String text = Malformed.mutate(OTP, random);
      Malformed.resultOrNamedError(text, () -> verify(text, YubicoCounter.NONE));
    }
  }

  private static YubicoOutcome verify(String otp, YubicoCounter last) {
    return YubicoOtp.parse(otp).verify(KEY, PRIVATE_ID, last);
  }

  private static OtpSecret secret(String hex) {
    return OtpSecret.of(HEX.parseHex(hex));
  }

  /// A password as a key would type it, with the checksum computed bit by bit.
  private static YubicoOtp typed(int use, int timestamp, int session) {
    ByteBuffer plain = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    plain.put(PRIVATE_ID).putShort((short) use).putShort((short) timestamp);
    plain.put((byte) (timestamp >> 16)).put((byte) session).putShort((short) 0x1234);
    int crc = 0xffff;
    for (int i = 0; i < 14 * 8; i++) {
      int bit = plain.get(i / 8) >> i % 8 & 1;
      crc = (crc & 1) == bit ? crc >> 1 : crc >> 1 ^ 0x8408;
    }
    plain.putShort((short) ~crc);
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY.bytes(), "AES"));
      return YubicoOtp.parse(ModHex.encode(cipher.doFinal(plain.array())));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
