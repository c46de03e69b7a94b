package io.tweestap.tenant;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A picture that stands for a tenant on its pages: PNG or JPEG. SVG is not taken, because it may
/// carry script.
///
/// @param type `image/png` or `image/jpeg`
/// @param bytes at most 32 KiB
public record Logo(String type, byte[] bytes) {
  /// Largest picture.
  public static final int BYTES_MAX = 32 * 1024;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final int NAME_LENGTH = 16;

  /// A picture by what its first bytes say; empty when they say neither, or it is too large.
  public static Optional<Logo> of(byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      return Optional.empty();
    }
    if (startsWith(bytes, PNG)) {
      return Optional.of(new Logo("image/png", bytes));
    }
    return startsWith(bytes, JPEG) ? Optional.of(new Logo("image/jpeg", bytes)) : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    if (bytes.length <= magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /// A name that another picture does not have, for an address that may be kept in caches.
  public String version() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Logo[" + type + ", " + bytes.length + " bytes]";
  }
}
