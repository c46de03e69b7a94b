package io.tweestap.otp.pskc;

import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_DECRYPTION;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_VALUE;
import static io.tweestap.otp.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.OtpSecret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Documents encrypted here, in every way that the reader knows.
@DisplayName("OTP-23 encrypted PSKC values")
class PskcEncryptionTest {
  private static final String XMLENC = "http://www.w3.org/2001/04/xmlenc#";
  private static final String XMLENC11 = "http://www.w3.org/2009/xmlenc11#";
  private static final byte[] SECRET = "12345678901234567890".getBytes(UTF_8);
  private static final byte[] SECRET_OF_24 = "123456789012345678901234".getBytes(UTF_8);
  private final Random random = new Random(6030);

  @ParameterizedTest
  @CsvSource({
    "16,hmac-sha1,HmacSHA1",
    "24,hmac-sha256,HmacSHA256",
    "32,hmac-sha384,HmacSHA384",
    "16,hmac-sha512,HmacSHA512"
  })
  void cbcIsReadWithEveryKeyLengthAndMac(int keyBytes, String macUri, String macName)
      throws GeneralSecurityException {
    byte[] key = octets(keyBytes);
    byte[] macKey = octets(20);
    String method = XMLENC + "aes" + keyBytes * 8 + "-cbc";
    String macMethod =
        "<MACMethod Algorithm='x#%s'><MACKey>%s</MACKey></MACMethod>"
            .formatted(macUri, encrypted(method, cbc(key, macKey, true)));
    byte[] value = cbc(key, SECRET, true);
    String document = document(macMethod, secret(method, value, hmac(macName, macKey, value)));
    assertThat(read(document, key).data().secret()).isEqualTo(OtpSecret.of(SECRET));
  }

  @Test
  void withoutAMacKeyTheEncryptionKeyIsIt() throws GeneralSecurityException {
    byte[] key = octets(16);
    byte[] value = cbc(key, SECRET, true);
    String macMethod = "<MACMethod Algorithm='http://www.w3.org/2000/09/xmldsig#hmac-sha1'/>";
    String method = XMLENC + "aes128-cbc";
    String document = document(macMethod, secret(method, value, hmac("HmacSHA1", key, value)));
    assertThat(read(document, key).data().secret()).isEqualTo(OtpSecret.of(SECRET));
  }

  @Test
  void paddingMayBeRandomExceptItsLastOctet() throws GeneralSecurityException {
    byte[] key = octets(16);
    byte[] value = cbc(key, SECRET, false);
    String document = macked(key, "aes128-cbc", value);
    assertThat(read(document, key).data().secret()).isEqualTo(OtpSecret.of(SECRET));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "16,true", "17,false", "-1,false", "127,false"})
  void paddingIsOneToSixteenOctets(byte last, boolean fits) throws GeneralSecurityException {
    byte[] key = octets(16);
    byte[] padded = octets(48);
    padded[47] = last;
    String document = macked(key, "aes128-cbc", rawCbc(key, padded));
    if (fits) {
      assertThat(read(document, key).data().secret())
          .isEqualTo(OtpSecret.of(Arrays.copyOf(padded, 48 - last)));
    } else {
      assertRefused(PSKC_DECRYPTION, () -> read(document, key));
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "16", "31", "33"})
  void ciphertextsOfImpossibleLengthAreRefused(int length) throws GeneralSecurityException {
    byte[] key = octets(16);
    String document = macked(key, "aes128-cbc", octets(length));
    assertRefused(PSKC_DECRYPTION, () -> read(document, key));
  }

  @ParameterizedTest
  @CsvSource({"16", "24", "32"})
  void keyWrapIsReadAndNeedsNoMac(int keyBytes) throws GeneralSecurityException {
    byte[] key = octets(keyBytes);
    byte[] wrapped = wrap("AES/KW/NoPadding", key, SECRET_OF_24);
    String method = XMLENC + "kw-aes" + keyBytes * 8;
    assertThat(read(document("", secret(method, wrapped, null)), key).data().secret())
        .isEqualTo(OtpSecret.of(SECRET_OF_24));
    wrapped[9] ^= 1;
    assertRefused(PSKC_DECRYPTION, () -> read(document("", secret(method, wrapped, null)), key));
  }

  @ParameterizedTest
  @CsvSource({"16", "24", "32"})
  void paddedKeyWrapIsReadAndNeedsNoMac(int keyBytes) throws GeneralSecurityException {
    byte[] key = octets(keyBytes);
    byte[] wrapped = wrap("AES/KWP/NoPadding", key, SECRET);
    String method = XMLENC11 + "kw-aes-" + keyBytes * 8 + "-pad";
    assertThat(read(document("", secret(method, wrapped, null)), key).data().secret())
        .isEqualTo(OtpSecret.of(SECRET));
    String cut = secret(method, Arrays.copyOf(wrapped, 15), null);
    assertRefused(PSKC_DECRYPTION, () -> read(document("", cut), key));
  }

  @ParameterizedTest
  @CsvSource({"8,7,true", "4,258,true", "1,0,true", "8,-1,false", "9,1,false", "0,0,false"})
  void encryptedCountersAreBigEndian(int length, long counter, boolean fits)
      throws GeneralSecurityException {
    byte[] key = octets(16);
    byte[] octets = ByteBuffer.allocate(16).putLong(8, counter).array();
    byte[] plain = Arrays.copyOfRange(octets, 16 - length, 16);
    String xml = macked(key, "aes128-cbc", cbc(key, plain, true)).replace("Secret>", "Counter>");
    if (fits) {
      assertThat(read(xml, key).data().counter()).isEqualTo(counter);
    } else {
      assertRefused(PSKC_VALUE, () -> read(xml, key));
    }
  }

  private static String macked(byte[] key, String method, byte[] value)
      throws GeneralSecurityException {
    return document(
        "<MACMethod Algorithm='#hmac-sha256'/>",
        secret(XMLENC + method, value, hmac("HmacSHA256", key, value)));
  }

  private static String document(String macMethod, String data) {
    return PskcReaderTest.container(
        macMethod
            + "<KeyPackage><Key Id='k' Algorithm='urn:ietf:params:xml:ns:keyprov:pskc:hotp'><Data>"
            + data
            + "</Data></Key></KeyPackage>");
  }

  private static String secret(String method, byte[] value, byte @Nullable [] mac) {
    String valueMac = mac == null ? "" : "<ValueMAC>" + base64(mac) + "</ValueMAC>";
    return "<Secret><EncryptedValue>%s</EncryptedValue>%s</Secret>"
        .formatted(encrypted(method, value), valueMac);
  }

  private static String encrypted(String method, byte[] value) {
    return ("<EncryptionMethod Algorithm='%s'/>"
            + "<CipherData><CipherValue>%s</CipherValue></CipherData>")
        .formatted(method, base64(value));
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private static PskcKey read(String document, byte[] key) {
    PskcReader reader = PskcReader.plain().withKey(OtpSecret.of(key)).allowingShortSecrets();
    return reader.read(document.getBytes(UTF_8)).keys().getFirst();
  }

  private byte[] octets(int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return octets;
  }

  private byte[] cbc(byte[] key, byte[] plain, boolean regular) throws GeneralSecurityException {
    int padding = 16 - plain.length % 16;
    byte[] padded = octets(plain.length + padding);
    System.arraycopy(plain, 0, padded, 0, plain.length);
    for (int i = regular ? plain.length : padded.length - 1; i < padded.length; i++) {
      padded[i] = (byte) padding;
    }
    return rawCbc(key, padded);
  }

  private byte[] rawCbc(byte[] key, byte[] padded) throws GeneralSecurityException {
    byte[] iv = octets(16);
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    byte[] body = cipher.doFinal(padded);
    return ByteBuffer.allocate(16 + body.length).put(iv).put(body).array();
  }

  private static byte[] wrap(String transformation, byte[] key, byte[] plain)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(transformation);
    cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(key, "AES"));
    return cipher.wrap(new SecretKeySpec(plain, "RAW"));
  }

  private static byte[] hmac(String name, byte[] key, byte[] value)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(key, name));
    return mac.doFinal(value);
  }
}
