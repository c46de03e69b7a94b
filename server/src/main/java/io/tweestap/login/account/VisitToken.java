package io.tweestap.login.account;

import io.tweestap.shared.TenantId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// What stands in a link, and afterwards in the cookie of the browser that opened it: which visit,
/// and 256 random bits, other ones in the cookie than in the link. `toString` shows none of them.
record VisitToken(TenantId tenant, UUID visit, byte[] secret) {
  private static final int SECRET_BYTES = 32;
  private static final int BYTES = 64;

  static VisitToken draw(TenantId tenant, UUID visit, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new VisitToken(tenant, visit, secret);
  }

  /// Reads what [#text] wrote; empty when it is anything else.
  static Optional<VisitToken> read(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length == BYTES ? Optional.of(of(bytes)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static VisitToken of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    TenantId tenant = new TenantId(new UUID(buffer.getLong(), buffer.getLong()));
    UUID visit = new UUID(buffer.getLong(), buffer.getLong());
    byte[] secret = new byte[SECRET_BYTES];
    buffer.get(secret);
    return new VisitToken(tenant, visit, secret);
  }

  /// 86 characters of `a-z`, `A-Z`, `0-9`, `-` and `_`.
  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(tenant.value().getMostSignificantBits());
    bytes.putLong(tenant.value().getLeastSignificantBits());
    bytes.put(visitBytes()).put(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  byte[] visitBytes() {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(visit.getMostSignificantBits())
        .putLong(visit.getLeastSignificantBits())
        .array();
  }

  @Override
  public String toString() {
    return "VisitToken[" + visit + "]";
  }
}
