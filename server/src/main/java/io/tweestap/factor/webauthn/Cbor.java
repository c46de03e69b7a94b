package io.tweestap.factor.webauthn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads CBOR as authenticators must write it (CTAP 2.1 section 8, RFC 8949 section 4.2): definite
/// lengths in their shortest form, no key twice, nothing after the end. Whatever else comes is
/// refused before a library sees it (WA-21).
///
/// Integers become [Long], byte strings `byte[]`, texts [String], arrays [List], maps [Map].
final class Cbor {
  private static final int DEEPEST = 8;
  private static final int INDEFINITE = 31;
  private final ByteBuffer from;

  private Cbor(byte[] bytes, int offset) {
    this.from = ByteBuffer.wrap(bytes);
    from.position(offset);
  }

  /// What is not such CBOR.
  static final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedException(String why) {
      super(why);
    }
  }

  /// One item and where it ends.
  record Item(@Nullable Object value, int end) {}

  /// The item that begins at an offset; more may follow.
  static Item at(byte[] bytes, int offset) {
    Cbor reader = new Cbor(bytes, offset);
    Object value = reader.item(0);
    return new Item(value, reader.from.position());
  }

  /// The map that these bytes are, and nothing else.
  static Map<?, ?> map(byte[] bytes) {
    Item item = at(bytes, 0);
    require(item.end() == bytes.length, "something follows");
    if (item.value() instanceof Map<?, ?> map) {
      return map;
    }
    throw new MalformedException("not a map");
  }

  static void require(boolean fine, String why) {
    if (!fine) {
      throw new MalformedException(why);
    }
  }

  private @Nullable Object item(int depth) {
    require(depth <= DEEPEST, "too deep");
    int head = octet();
    int more = head & 0x1f;
    return switch (head >> 5) {
      case 0 -> argument(more);
      case 1 -> -1 - argument(more);
      case 2 -> string(more);
      case 3 -> text(string(more));
      case 4 -> array(argument(more), depth);
      case 5 -> map(argument(more), depth);
      case 6 -> throw new MalformedException("a tag");
      default -> simple(more);
    };
  }

  private int octet() {
    require(from.hasRemaining(), "ends too soon");
    return from.get() & 0xff;
  }

  private long argument(int more) {
    require(more != INDEFINITE, "an indefinite length");
    require(more < 28, "a reserved length");
    if (more < 24) {
      return more;
    }
    int octets = 1 << (more - 24);
    long value = 0;
    for (int i = 0; i < octets; i++) {
      value = value << 8 | octet();
    }
    long least = octets == 1 ? 24 : 1L << (8 * octets / 2);
    require(value >= least, "not the shortest form");
    return value;
  }

  private byte[] string(int more) {
    long length = argument(more);
    require(length <= from.remaining(), "longer than what is there");
    byte[] bytes = new byte[(int) length];
    from.get(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new MalformedException("not UTF-8");
    }
  }

  private List<@Nullable Object> array(long length, int depth) {
    require(length <= from.remaining(), "longer than what is there");
    List<@Nullable Object> list = new ArrayList<>();
    for (long i = 0; i < length; i++) {
      list.add(item(depth + 1));
    }
    return list;
  }

  private Map<Object, @Nullable Object> map(long length, int depth) {
    require(length <= from.remaining() / 2, "longer than what is there");
    Map<Object, @Nullable Object> map = new LinkedHashMap<>();
    for (long i = 0; i < length; i++) {
      Object key = item(depth + 1);
      if (!(key instanceof Long || key instanceof String)) {
        throw new MalformedException("a key that is neither number nor text");
      }
      require(!map.containsKey(key), "a key twice");
      map.put(key, item(depth + 1));
    }
    return map;
  }

  private static @Nullable Object simple(int more) {
    return switch (more) {
      case 20 -> false;
      case 21 -> true;
      case 22 -> null;
      default -> throw new MalformedException("a number with a point, or unknown");
    };
  }
}
