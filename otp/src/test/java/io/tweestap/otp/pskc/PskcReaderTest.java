package io.tweestap.otp.pskc;

import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_DECRYPTION;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_KEY_MISSING;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_MAC_MISSING;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_MAC_WRONG;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_METHOD;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_SECRET_TOO_SHORT;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_VALUE;
import static io.tweestap.otp.InvalidOtpInput.Reason.SECRET_LENGTH;
import static io.tweestap.otp.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.OcraSuite;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OTP-23 PSKC import")
class PskcReaderTest {
  private static final String PSKC = "urn:ietf:params:xml:ns:keyprov:pskc";
  static final String HOTP = PSKC + ":hotp";
  static final String SIXTEEN =
      "<Secret><PlainValue>AAECAwQFBgcICQoLDA0ODw==</PlainValue>" + "</Secret>";
  static final PskcReader WITH_KEY = PskcReader.plain().withKey(PskcFiguresTest.PRE_SHARED_KEY);

  @Test
  void aShortHotpSecretIsRefusedUnlessForced() throws IOException {
    byte[] figure2 = PskcFiguresTest.figure(2);
    assertRefused(PSKC_SECRET_TOO_SHORT, () -> PskcReader.plain().read(figure2));
    assertThat(PskcReader.plain().allowingShortSecrets().read(figure2).keys()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"AAECAwQFBgcICQoLDA0O,false", "AAECAwQFBgcICQoLDA0ODw==,true"})
  void sixteenOctetsAreTheFewestOfAHotpSecret(String base64, boolean accepted) {
    String document = key(HOTP, "", "<Secret><PlainValue>" + base64 + "</PlainValue></Secret>");
    if (accepted) {
      assertThat(readOnly(document).data().secret()).isNotNull();
    } else {
      assertRefused(PSKC_SECRET_TOO_SHORT, () -> readOnly(document));
    }
  }

  @Test
  void otherKindsMayHaveShortSecrets() {
    String secret = "<Secret><PlainValue>MTIzNA==</PlainValue></Secret>";
    assertThat(readOnly(key(PSKC + ":pin", "", secret)).data().secret()).isNotNull();
    assertThat(readOnly(key(PSKC + ":totp", "", secret)).data().secret()).isNotNull();
    assertRefused(
        SECRET_LENGTH, () -> readOnly(key(PSKC + ":pin", "", "<Secret><PlainValue/></Secret>")));
  }

  @Test
  void aWrongMacIsRefusedBeforeDecryption() throws IOException {
    String figure6 = text(6);
    String wrongMac = figure6.replace("Su+NvtQf", "Su+NvtQg");
    assertRefused(PSKC_MAC_WRONG, () -> WITH_KEY.read(octets(wrongMac)));
    // The last block changed: decryption alone would fail on the padding or give another secret.
    String altered = figure6.replace("wZqIUqGv", "wZqIUqGw");
    assertRefused(PSKC_MAC_WRONG, () -> WITH_KEY.read(octets(altered)));
    // Even a method that could not decrypt it is not tried while the MAC is wrong.
    String otherMethod =
        altered.replaceAll("(?s)(<EncryptedValue>\\s*.*?)aes128-cbc", "$1aes256-cbc");
    assertThat(otherMethod).isNotEqualTo(altered);
    assertRefused(PSKC_MAC_WRONG, () -> WITH_KEY.read(octets(otherMethod)));
    assertRefused(
        PSKC_DECRYPTION, () -> WITH_KEY.read(octets(otherMethod.replace("wZqIUqGw", "wZqIUqGv"))));
  }

  @Test
  void aMissingMacIsRefused() throws IOException {
    String figure6 = text(6);
    String noValueMac = figure6.replaceAll("<ValueMAC>.*</ValueMAC>", "");
    String noMethod = figure6.replaceAll("(?s)<MACMethod.*</MACMethod>", "");
    assertRefused(PSKC_MAC_MISSING, () -> WITH_KEY.read(octets(noValueMac)));
    assertRefused(PSKC_MAC_MISSING, () -> WITH_KEY.read(octets(noMethod)));
  }

  @Test
  void aMissingOrWrongKeyIsToldApart() throws IOException {
    byte[] figure6 = PskcFiguresTest.figure(6);
    byte[] figure7 = PskcFiguresTest.figure(7);
    PskcReader none = PskcReader.plain();
    assertRefused(PSKC_KEY_MISSING, () -> none.read(figure6));
    assertRefused(PSKC_KEY_MISSING, () -> none.withPassphrase("qwerty").read(figure6));
    assertRefused(PSKC_KEY_MISSING, () -> none.read(figure7));
    assertRefused(PSKC_KEY_MISSING, () -> none.withPassphrase("").read(figure7));
    assertRefused(PSKC_KEY_MISSING, () -> WITH_KEY.read(figure7));
    assertRefused(PSKC_DECRYPTION, () -> none.withPassphrase("qwertz").read(figure7));
    PskcReader wrong = none.withKey(OtpSecret.of(new byte[16]));
    assertRefused(PSKC_DECRYPTION, () -> wrong.read(figure6));
    PskcReader tooLong = none.withKey(OtpSecret.of(new byte[32]));
    assertRefused(PSKC_DECRYPTION, () -> tooLong.read(figure6));
  }

  @ParameterizedTest
  @CsvSource({
    "#pbkdf2,#scrypt,PSKC_METHOD",
    "<IterationCount>1000,<IterationCount>5000001,PSKC_VALUE",
    "<IterationCount>1000,<IterationCount>0,PSKC_VALUE",
    "<KeyLength>16,<KeyLength>0,PSKC_VALUE",
    "<KeyLength>16,<KeyLength>65,PSKC_VALUE",
    "<KeyLength>16,<KeyLength>24,PSKC_DECRYPTION",
    "Ej7/PEpyEpw=,'',PSKC_VALUE",
    "<PRF/>,<PRF Algorithm=\"#hmac-md5\"/>,PSKC_METHOD",
    "xmldsig#hmac-sha1,xmldsig#hmac-md5,PSKC_METHOD",
    "xmlenc#aes128-cbc,xmlenc#tripledes-cbc,PSKC_METHOD",
    "Specified,Other,PSKC_VALUE",
    "LP6xMvjtyp,!,PSKC_VALUE"
  })
  void brokenEncryptionIsRefusedByName(String from, String to, InvalidOtpInput.Reason reason)
      throws IOException {
    String damaged = text(7).replace(from, to);
    assertThat(damaged).isNotEqualTo(text(7));
    assertRefused(reason, () -> PskcReader.plain().withPassphrase("qwerty").read(octets(damaged)));
  }

  @Test
  void certificatesAndMacKeysElsewhereAreRefusedByName() throws IOException {
    String certificate = text(6).replaceAll("<ds:KeyName>.*</ds:KeyName>", "<ds:X509Data/>");
    assertRefused(PSKC_METHOD, () -> WITH_KEY.read(octets(certificate)));
    String elsewhere =
        text(6).replaceAll("(?s)<MACKey>.*</MACKey>", "<MACKeyReference>x</MACKeyReference>");
    assertRefused(PSKC_METHOD, () -> WITH_KEY.read(octets(elsewhere)));
  }

  @Test
  void aTotpKeyHasItsHashIntervalAndDrift() {
    PskcKey key =
        readOnly(
            key(
                PSKC + ":totp",
                "<AlgorithmParameters><Suite>HMAC-SHA256</Suite>"
                    + "<ResponseFormat Encoding='DECIMAL' Length='6' CheckDigits='true'/>"
                    + "</AlgorithmParameters><FriendlyName>Desk</FriendlyName>",
                SIXTEEN
                    + "<Time><PlainValue>100</PlainValue></Time>"
                    + "<TimeInterval><PlainValue>60</PlainValue></TimeInterval>"
                    + "<TimeDrift><PlainValue>-4</PlainValue></TimeDrift>"));
    assertThat(key.algorithm().kind()).isEqualTo(PskcAlgorithm.Kind.TOTP);
    assertThat(key.algorithm().hash()).contains(Algorithm.SHA256);
    assertThat(key.algorithm().ocraSuite()).isEmpty();
    assertThat(key.response()).isEqualTo(new PskcKey.Response("DECIMAL", 6, true));
    assertThat(key.identity().friendlyName()).isEqualTo("Desk");
    assertThat(key.data().time()).isEqualTo(100);
    assertThat(key.data().timeIntervalSeconds()).isEqualTo(60);
    assertThat(key.data().timeDrift()).isEqualTo(-4);
    assertThat(key.toString()).contains("OtpSecret(16 bytes)");
  }

  @ParameterizedTest
  @CsvSource({
    "urn:ietf:params:xml:ns:keyprov:pskc:hotp,HOTP",
    "urn:ietf:params:xml:ns:keyprov:pskc#hotp,HOTP",
    "urn:ietf:params:xml:ns:keyprov:pskc:totp,TOTP",
    "urn:ietf:params:xml:ns:keyprov:pskc#totp,TOTP",
    "urn:ietf:params:xml:ns:keyprov:pskc:ocra,OCRA",
    "urn:ietf:params:xml:ns:keyprov:pskc#OCRA,OCRA",
    "urn:ietf:params:xml:ns:keyprov:pskc:pin,PIN",
    "http://www.yubico.com/#yubikey-aes,YUBIKEY",
    "urn:example:hotp,OTHER",
    "'',OTHER"
  })
  void algorithmsAreKnownByTheirUris(String uri, PskcAlgorithm.Kind kind) {
    PskcAlgorithm algorithm = readOnly(key(uri, "", SIXTEEN)).algorithm();
    assertThat(algorithm.kind()).isEqualTo(kind);
    assertThat(algorithm.uri()).isEqualTo(uri);
    assertThat(algorithm.ocraSuite()).isEmpty();
  }

  @Test
  void anOcraSuiteMayStandInTheUriOrBesideIt() {
    String suite = "OCRA-1:HOTP-SHA512-8:C-QN08";
    OcraSuite expected = OcraSuite.parse(suite);
    String parameters = "<AlgorithmParameters><Suite>" + suite + "</Suite></AlgorithmParameters>";
    assertThat(readOnly(key(PSKC + "#" + suite, "", SIXTEEN)).algorithm().ocraSuite())
        .contains(expected);
    assertThat(readOnly(key(PSKC + ":ocra", parameters, SIXTEEN)).algorithm().ocraSuite())
        .contains(expected);
    assertThat(readOnly(key(PSKC + ":totp", parameters, SIXTEEN)).algorithm().hash()).isEmpty();
    assertThat(readOnly(key(PSKC + ":pin", parameters, SIXTEEN)).algorithm().hash()).isEmpty();
    assertThat(readOnly(key(HOTP, "", SIXTEEN)).algorithm().hash()).contains(Algorithm.SHA1);
  }

  @Test
  void policiesAreRead() {
    String policy =
        "<Policy><StartDate>2026-01-01T00:00:00+01:00</StartDate>"
            + "<ExpiryDate>2030-01-01T00:00:00</ExpiryDate>"
            + "<PINPolicy PINUsageMode='Prepend' MaxFailedAttempts='8'/>"
            + "<KeyUsage>OTP</KeyUsage><KeyUsage>CR</KeyUsage>"
            + "<NumberOfTransactions>42</NumberOfTransactions></Policy>";
    PskcPolicy read = readOnly(key(HOTP, policy, SIXTEEN)).policy();
    assertThat(read.start()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(read.expiry()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(read.usages()).containsExactlyInAnyOrder("OTP", "CR");
    assertThat(read.transactions()).isEqualTo(42);
    assertThat(read.pin()).isEqualTo(new PskcPolicy.Pin(null, "Prepend", 8, null, null, null));
    assertThat(read.understood()).isTrue();
    PskcPolicy unknown = readOnly(key(HOTP, "<Policy><Other/></Policy>", SIXTEEN)).policy();
    assertThat(unknown.understood()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Counter><PlainValue>-1</PlainValue></Counter>",
        "<Counter><PlainValue>9223372036854775807</PlainValue></Counter>",
        "<Counter><PlainValue>99999999999999999999</PlainValue></Counter>",
        "<Counter><PlainValue>9999999999999999999</PlainValue></Counter>",
        "<Counter><PlainValue>1e3</PlainValue></Counter>",
        "<Counter><PlainValue/></Counter>",
        "<Counter/>",
        "<TimeInterval><PlainValue>0</PlainValue></TimeInterval>",
        "<TimeInterval><PlainValue>2147483648</PlainValue></TimeInterval>",
        "<Counter><PlainValue>1</PlainValue></Counter><Counter><PlainValue>1</PlainValue></Counter>"
      })
  void numbersOutOfRangeAreRefused(String data) {
    assertRefused(PSKC_VALUE, () -> readOnly(key(HOTP, "", SIXTEEN + data)));
  }

  @ParameterizedTest
  @CsvSource({"0", "9223372036854775806", "+7", "' 7\n'"})
  void countersReachTheirEnds(String counter) {
    String data = "<Counter><PlainValue>" + counter + "</PlainValue></Counter>";
    assertThat(readOnly(key(HOTP, "", SIXTEEN + data)).data().counter())
        .isEqualTo(Long.valueOf(counter.strip()));
  }

  @ParameterizedTest
  @CsvSource({
    "DECIMAL,6,true",
    "DECIMAL,9,true",
    "DECIMAL,5,false",
    "DECIMAL,10,false",
    "HEXADECIMAL,8,false",
    "DECIMAL,x,false"
  })
  void hotpCodesAre6To9DecimalDigits(String encoding, String length, boolean accepted) {
    String format =
        "<AlgorithmParameters><ResponseFormat Encoding='%s' Length='%s'/></AlgorithmParameters>"
            .formatted(encoding, length);
    if (accepted) {
      assertThat(readOnly(key(HOTP, format, SIXTEEN)).response().length())
          .isEqualTo(Integer.valueOf(length));
    } else {
      assertRefused(PSKC_VALUE, () -> readOnly(key(HOTP, format, SIXTEEN)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Policy><StartDate>yesterday</StartDate></Policy>",
        "<Policy><StartDate/></Policy>",
        "<Policy><NumberOfTransactions>-1</NumberOfTransactions></Policy>",
        "<Policy><PINPolicy MinLength='1000001'/></Policy>"
      })
  void brokenPoliciesAreRefused(String policy) {
    assertRefused(PSKC_VALUE, () -> readOnly(key(HOTP, policy, SIXTEEN)));
  }

  @Test
  void aKeyNeedsAnId() {
    String document = key(HOTP, "", SIXTEEN);
    assertRefused(PSKC_VALUE, () -> readOnly(document.replace("Id='k'", "")));
    assertRefused(PSKC_VALUE, () -> readOnly(document.replace("Id='k'", "Id=''")));
  }

  @Test
  void aPackageWithoutAKeyIsSkipped() {
    String document = container("<KeyPackage><DeviceInfo/></KeyPackage>");
    assertThat(PskcReader.plain().read(octets(document)).keys()).isEmpty();
  }

  @Test
  void readersTextFormShowsNoKey() {
    assertThat(WITH_KEY.withPassphrase("qwerty").allowingShortSecrets())
        .hasToString("PskcReader(key passphrase short secrets)");
    assertThat(PskcReader.plain()).hasToString("PskcReader()");
  }

  static String text(int figure) throws IOException {
    return new String(PskcFiguresTest.figure(figure), UTF_8);
  }

  static byte[] octets(String document) {
    return document.getBytes(UTF_8);
  }

  static String container(String content) {
    return "<KeyContainer Version='1.0' xmlns='" + PSKC + "'>" + content + "</KeyContainer>";
  }

  static String key(String algorithm, String content, String data) {
    return container(
        "<KeyPackage><Key Id='k' Algorithm='%s'>%s<Data>%s</Data></Key></KeyPackage>"
            .formatted(algorithm, content, data));
  }

  static PskcKey readOnly(String document) {
    return PskcReader.plain().read(octets(document)).keys().getFirst();
  }
}
