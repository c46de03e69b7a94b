package io.tweestap.otp;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// Comparison of codes as texts, in time that tells nothing about where they differ.
public final class ConstantTime {
  private ConstantTime() {}

  /// Whether both texts are the same, character by character: `012345` is not `12345`. Only a
  /// difference in length may be seen in the time it takes.
  public static boolean equal(String expected, String given) {
    if (expected.length() != given.length()) {
      return false;
    }
    return MessageDigest.isEqual(octets(expected), octets(given));
  }

  // Not through a charset: an encoder replaces what it cannot write, so that texts would fall
  // together.
  private static byte[] octets(String text) {
    ByteBuffer octets = ByteBuffer.allocate(text.length() * Character.BYTES);
    octets.asCharBuffer().put(text);
    return octets.array();
  }
}
