package io.tweestap.login.prompt;

import io.tweestap.shared.TenantId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Which login a page is about, as it stands in its address. No secret: the browser's cookie is.
public record PromptHandle(TenantId tenant, UUID login) {
  private static final int BYTES = 32;

  /// Reads what [#text] wrote; empty when it is anything else.
  public static Optional<PromptHandle> read(String text) {
    return decoded(text).filter(bytes -> bytes.length == BYTES).map(PromptHandle::of);
  }

  static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static PromptHandle of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    TenantId tenant = new TenantId(new UUID(buffer.getLong(), buffer.getLong()));
    return new PromptHandle(tenant, new UUID(buffer.getLong(), buffer.getLong()));
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(tenant.value().getMostSignificantBits())
        .putLong(tenant.value().getLeastSignificantBits())
        .putLong(login.getMostSignificantBits())
        .putLong(login.getLeastSignificantBits())
        .array();
  }

  /// 43 characters of `a-z`, `A-Z`, `0-9`, `-` and `_`.
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }
}
