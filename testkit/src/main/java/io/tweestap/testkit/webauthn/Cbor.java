package io.tweestap.testkit.webauthn;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes the CBOR that authenticators write.
final class Cbor {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Cbor map(int entries) {
    return head(5, entries);
  }

  Cbor number(long value) {
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }

  Cbor bytes(byte[] bytes) {
    head(2, bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  Cbor text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    head(3, bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /// What was written elsewhere.
  Cbor raw(byte[] item) {
    out.writeBytes(item);
    return this;
  }

  byte[] done() {
    return out.toByteArray();
  }

  private Cbor head(int major, long value) {
    int top = major << 5;
    if (value < 24) {
      out.write(top | (int) value);
      return this;
    }
    for (int octets : List.of(1, 2, 4)) {
      if (value < 1L << (8 * octets)) {
        out.write(top | (24 + Integer.numberOfTrailingZeros(octets)));
        for (int i = octets - 1; i >= 0; i--) {
          out.write((int) (value >> (8 * i)));
        }
        return this;
      }
    }
    throw new IllegalArgumentException("longer than a test needs");
  }
}
