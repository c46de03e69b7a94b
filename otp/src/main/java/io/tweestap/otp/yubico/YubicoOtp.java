package io.tweestap.otp.yubico;

import static io.tweestap.otp.InvalidOtpInput.Reason.YUBICO_KEY;
import static io.tweestap.otp.InvalidOtpInput.Reason.YUBICO_LENGTH;

import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// A password as a YubiKey types it: public id and encrypted part.
public final class YubicoOtp {
  private static final int BLOCK = 16;
  private static final int PRIVATE_ID = 6;
  private static final int MAX_PUBLIC_ID = 16;

  private static final int CRC_START = 0xffff;
  private static final int CRC_POLYNOMIAL = 0x8408;
  private static final int CRC_RESIDUE = 0xf0b8;

  /// The top bit of the use counter says that Caps Lock was on; it does not count.
  private static final int USE_MASK = 0x7fff;

  private final byte[] publicId;
  private final byte[] ciphertext;

  private YubicoOtp(byte[] octets) {
    int split = octets.length - BLOCK;
    publicId = Arrays.copyOf(octets, split);
    ciphertext = Arrays.copyOfRange(octets, split, octets.length);
  }

  /// Reads a password: 32 to 64 ModHex characters of either case, the last 32 encrypted.
  ///
  /// @throws InvalidOtpInput `YUBICO_LENGTH` or `MODHEX`
  public static YubicoOtp parse(String text) {
    if (text.length() < 2 * BLOCK || text.length() > 2 * (BLOCK + MAX_PUBLIC_ID)) {
      throw new InvalidOtpInput(YUBICO_LENGTH, "a Yubico OTP has 32 to 64 characters");
    }
    return new YubicoOtp(ModHex.decode(text));
  }

  /// The id by which to find the token, in lower-case ModHex; empty when the key types none.
  public String publicId() {
    return ModHex.encode(publicId);
  }

  /// Checks the password: checksum, private id, then counters.
  ///
  /// @param aesKey the token's AES key, 16 octets
  /// @param privateId the token's private id, 6 octets
  /// @param last the stored counter; [YubicoCounter#NONE] for a token never used
  /// @throws InvalidOtpInput `YUBICO_KEY` when key or id have another length
  public YubicoOutcome verify(OtpSecret aesKey, byte[] privateId, YubicoCounter last) {
    if (privateId.length != PRIVATE_ID) {
      throw new InvalidOtpInput(YUBICO_KEY, "a private id has 6 octets");
    }
    byte[] plain = decrypt(aesKey.bytes());
    if (crc(plain) != CRC_RESIDUE) {
      return new YubicoOutcome.WrongKey();
    }
    if (!MessageDigest.isEqual(Arrays.copyOf(plain, PRIVATE_ID), privateId)) {
      return new YubicoOutcome.WrongPrivateId();
    }
    ByteBuffer fields = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    int use = fields.getShort(PRIVATE_ID) & USE_MASK;
    int timestamp = fields.getInt(PRIVATE_ID + 2) & 0xff_ffff;
    YubicoCounter counter = new YubicoCounter(use, plain[PRIVATE_ID + 5] & 0xff);
    return counter.compareTo(last) > 0
        ? new YubicoOutcome.Accepted(counter, timestamp)
        : new YubicoOutcome.Replayed(counter);
  }

  // One block under one key with a checksum inside: ECB is what the format prescribes.
  @SuppressWarnings("InsecureCryptoUsage")
  private byte[] decrypt(byte[] key) {
    if (key.length != BLOCK) {
      throw new InvalidOtpInput(YUBICO_KEY, "a Yubico AES key has 16 octets");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
      return cipher.doFinal(ciphertext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES", e);
    }
  }

  /// CRC-16 of ISO 13239 over all octets; over text and its own checksum it is the residue.
  private static int crc(byte[] octets) {
    int crc = CRC_START;
    for (byte octet : octets) {
      crc ^= octet & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        boolean low = (crc & 1) != 0;
        crc >>>= 1;
        crc = low ? crc ^ CRC_POLYNOMIAL : crc;
      }
    }
    return crc;
  }

  /// The public id only.
  @Override
  public String toString() {
    return "YubicoOtp(" + publicId() + ")";
  }
}
