package io.tweestap.factor.yubico;

import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.yubico.YubicoCounter;
import java.util.Arrays;

/// What is secret of a YubiKey's slot: its private id and its AES key, sealed as one.
///
/// @param privateId 6 octets
public record YubicoSecret(byte[] privateId, OtpSecret aesKey) {
  private static final int PRIVATE_ID = 6;
  private static final int AES_KEY = 16;
  private static final int SESSION_BITS = 8;

  public YubicoSecret {
    if (privateId.length != PRIVATE_ID || aesKey.bytes().length != AES_KEY) {
      throw new IllegalArgumentException("a private id has 6 octets and an AES key 16");
    }
  }

  /// Both in a row.
  public byte[] bytes() {
    byte[] all = Arrays.copyOf(privateId, PRIVATE_ID + AES_KEY);
    System.arraycopy(aesKey.bytes(), 0, all, PRIVATE_ID, AES_KEY);
    return all;
  }

  static YubicoSecret of(byte[] all) {
    return new YubicoSecret(
        Arrays.copyOf(all, PRIVATE_ID),
        OtpSecret.of(Arrays.copyOfRange(all, PRIVATE_ID, all.length)));
  }

  /// The counter as a moving factor: uses first, touches within one after.
  static long moving(YubicoCounter counter) {
    return (long) counter.use() << SESSION_BITS | counter.session();
  }

  static YubicoCounter counter(long moving) {
    return new YubicoCounter(
        (int) (moving >> SESSION_BITS), (int) (moving & ((1 << SESSION_BITS) - 1)));
  }

  @Override
  public String toString() {
    return "YubicoSecret[]";
  }
}
