package io.tweestap.shared;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Where a page of a list ended: the id of its last row. A caller gets it as an opaque text and
/// hands it back for the next page; it grants nothing, every list filters on the tenant as well.
public record Cursor(UUID last) {
  private static final int BYTES = 16;
  private static final int TEXT_LENGTH = 22;

  /// Reads what `text` wrote; empty when it is anything else.
  public static Optional<Cursor> read(String text) {
    if (text.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      return Optional.of(new Cursor(new UUID(bytes.getLong(), bytes.getLong())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// 22 characters, base64url without padding (RFC 4648 section 5).
  public String text() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(last.getMostSignificantBits()).putLong(last.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
