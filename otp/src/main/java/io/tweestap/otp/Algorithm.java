package io.tweestap.otp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The hash functions that one-time passwords use (RFC 6238 section 1.2, RFC 6287 section 5.2). The
/// constant's name is also how otpauth URIs and OCRA suites write it.
public enum Algorithm {
  /// SHA-1, 20 octets. As HMAC it is still sound, and it is what every authenticator app knows.
  SHA1("HmacSHA1", "SHA-1", 20),
  /// SHA-256, 32 octets.
  SHA256("HmacSHA256", "SHA-256", 32),
  /// SHA-512, 64 octets.
  SHA512("HmacSHA512", "SHA-512", 64);

  private final String macName;
  private final String digestName;
  private final int lengthBytes;

  Algorithm(String macName, String digestName, int lengthBytes) {
    this.macName = macName;
    this.digestName = digestName;
    this.lengthBytes = lengthBytes;
  }

  /// Octets of a hash and of an HMAC: 20, 32 or 64.
  public int lengthBytes() {
    return lengthBytes;
  }

  /// The HMAC of a message (RFC 2104).
  public byte[] hmac(OtpSecret key, byte[] message) {
    return mac(key).doFinal(message);
  }

  /// The plain hash of some octets, as OCRA takes it of a PIN.
  public byte[] hash(byte[] octets) {
    try {
      return MessageDigest.getInstance(digestName).digest(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + digestName, e);
    }
  }

  /// A keyed HMAC that can be used again and again by one thread.
  Mac mac(OtpSecret key) {
    try {
      Mac mac = Mac.getInstance(macName);
      mac.init(new SecretKeySpec(key.bytes(), macName));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + macName, e);
    }
  }
}
