package io.tweestap.vault;

import java.nio.ByteBuffer;
import java.util.UUID;

/// Joins parts so that no two different lists of parts give the same bytes: each part is preceded
/// by its length in four bytes.
final class Framed {
  private static final int LENGTH_BYTES = 4;

  private Framed() {}

  static byte[] of(byte[] domain, UUID id, byte[]... parts) {
    int size = LENGTH_BYTES + domain.length + LENGTH_BYTES + 16;
    for (byte[] part : parts) {
      size += LENGTH_BYTES + part.length;
    }
    ByteBuffer joined = ByteBuffer.allocate(size);
    joined.putInt(domain.length).put(domain);
    joined.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    for (byte[] part : parts) {
      joined.putInt(part.length).put(part);
    }
    return joined.array();
  }
}
