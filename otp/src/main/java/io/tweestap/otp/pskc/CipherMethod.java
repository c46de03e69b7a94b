package io.tweestap.otp.pskc;

import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_DECRYPTION;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_METHOD;

import io.tweestap.otp.InvalidOtpInput;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// An encryption method of XML Encryption.
///
/// @param mode how the blocks are chained
/// @param keyBytes length of the key
record CipherMethod(Mode mode, int keyBytes) {
  private static final int BLOCK = 16;

  /// Ways to encrypt with AES.
  enum Mode {
    /// CBC with the IV before the ciphertext (XML Encryption section 5.2); needs a MAC.
    CBC("AES/CBC/NoPadding"),
    /// Key wrap (RFC 3394), which checks its own integrity.
    WRAP("AES/KW/NoPadding"),
    /// Key wrap with padding (RFC 5649), likewise.
    PADDED_WRAP("AES/KWP/NoPadding");

    private final String transformation;

    Mode(String transformation) {
      this.transformation = transformation;
    }
  }

  static CipherMethod of(String uri) {
    return switch (uri) {
      case "http://www.w3.org/2001/04/xmlenc#aes128-cbc" -> new CipherMethod(Mode.CBC, 16);
      case "http://www.w3.org/2001/04/xmlenc#aes192-cbc" -> new CipherMethod(Mode.CBC, 24);
      case "http://www.w3.org/2001/04/xmlenc#aes256-cbc" -> new CipherMethod(Mode.CBC, 32);
      case "http://www.w3.org/2001/04/xmlenc#kw-aes128" -> new CipherMethod(Mode.WRAP, 16);
      case "http://www.w3.org/2001/04/xmlenc#kw-aes192" -> new CipherMethod(Mode.WRAP, 24);
      case "http://www.w3.org/2001/04/xmlenc#kw-aes256" -> new CipherMethod(Mode.WRAP, 32);
      case "http://www.w3.org/2009/xmlenc11#kw-aes-128-pad" ->
          new CipherMethod(Mode.PADDED_WRAP, 16);
      case "http://www.w3.org/2009/xmlenc11#kw-aes-192-pad" ->
          new CipherMethod(Mode.PADDED_WRAP, 24);
      case "http://www.w3.org/2009/xmlenc11#kw-aes-256-pad" ->
          new CipherMethod(Mode.PADDED_WRAP, 32);
      default -> throw new InvalidOtpInput(PSKC_METHOD, "unknown encryption method");
    };
  }

  boolean needsMac() {
    return mode == Mode.CBC;
  }

  byte[] decrypt(byte[] key, byte[] value) {
    if (key.length != keyBytes) {
      throw new InvalidOtpInput(
          PSKC_DECRYPTION, "this method needs a key of " + keyBytes + " octets");
    }
    try {
      return mode == Mode.CBC ? decryptCbc(key, value) : unwrap(key, value);
    } catch (GeneralSecurityException e) {
      throw failed();
    }
  }

  private byte[] decryptCbc(byte[] key, byte[] value) throws GeneralSecurityException {
    if (value.length < 2 * BLOCK) {
      throw failed();
    }
    Cipher cipher = Cipher.getInstance(mode.transformation);
    IvParameterSpec iv = new IvParameterSpec(value, 0, BLOCK);
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), iv);
    byte[] padded = cipher.doFinal(value, BLOCK, value.length - BLOCK);
    // Only the last octet counts; the other padding octets may be anything.
    int padding = padded[padded.length - 1];
    if (padding < 1 || padding > BLOCK) {
      throw failed();
    }
    return Arrays.copyOf(padded, padded.length - padding);
  }

  private byte[] unwrap(byte[] key, byte[] value) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(mode.transformation);
    cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(key, "AES"));
    return cipher.unwrap(value, "RAW", Cipher.SECRET_KEY).getEncoded();
  }

  private static InvalidOtpInput failed() {
    return new InvalidOtpInput(PSKC_DECRYPTION, "wrong key or passphrase, or a damaged document");
  }
}
