package io.tweestap.testkit.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the body of a unit field by field.
final class Fields {
  private final ByteBuffer body;

  Fields(byte[] body) {
    this.body = ByteBuffer.wrap(body);
  }

  /// A C-Octet String: up to its NUL.
  String text() {
    int from = body.position();
    int length = 0;
    while (body.get() != 0) {
      length++;
    }
    return new String(body.array(), from, length, ISO_8859_1);
  }

  int octet() {
    return Byte.toUnsignedInt(body.get());
  }

  byte[] octets(int length) {
    byte[] octets = new byte[length];
    body.get(octets);
    return octets;
  }

  /// All optional parameters up to the end, by tag, in their order.
  Map<Integer, byte[]> optional() {
    Map<Integer, byte[]> found = new LinkedHashMap<>();
    while (body.hasRemaining()) {
      int tag = Short.toUnsignedInt(body.getShort());
      found.put(tag, octets(Short.toUnsignedInt(body.getShort())));
    }
    return found;
  }
}
