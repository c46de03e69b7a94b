package io.tweestap.bench;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an authenticator app computes (RFC 6238): SHA-1, six digits, thirty seconds.
record AuthenticatorApp(byte[] secret) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 1_000_000;

  /// @param pairingCode the secret in Base32, in groups
  static AuthenticatorApp of(String pairingCode) {
    String text = pairingCode.replace(" ", "").toUpperCase(Locale.ROOT);
    var bytes = new byte[text.length() * 5 / 8];
    int bits = 0;
    int value = 0;
    int next = 0;
    for (char letter : text.toCharArray()) {
      value = (value << 5) | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (value >> bits);
      }
    }
    return new AuthenticatorApp(bytes);
  }

  /// The code of this moment.
  String code() {
    return code(System.currentTimeMillis() / 1000 / STEP_SECONDS);
  }

  /// A code that is not right within a minute or two.
  String wrongCode() {
    long step = System.currentTimeMillis() / 1000 / STEP_SECONDS;
    return code(step - 1000);
  }

  private String code(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
