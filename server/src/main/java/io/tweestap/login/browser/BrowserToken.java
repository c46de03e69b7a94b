package io.tweestap.login.browser;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// What a remembered browser keeps, best in a cookie `__Host-...; HttpOnly; Secure`: the id of its
/// series and a secret of 256 bits that is another one after each use (ASVS-7.2.3). `toString`
/// shows no secret.
record BrowserToken(UUID series, byte[] secret) {
  private static final String PREFIX = "twb_";
  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  static BrowserToken draw(UUID series, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new BrowserToken(series, secret);
  }

  /// Reads what [#text] wrote; empty when it is anything else.
  static Optional<BrowserToken> read(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
      return bytes.length == ID_BYTES + SECRET_BYTES ? Optional.of(of(bytes)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static BrowserToken of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    UUID series = new UUID(buffer.getLong(), buffer.getLong());
    return new BrowserToken(series, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
  }

  /// As the browser keeps it: 68 characters of `a-z`, `A-Z`, `0-9`, `-` and `_`.
  String text() {
    byte[] bytes =
        ByteBuffer.allocate(ID_BYTES + SECRET_BYTES).put(seriesBytes()).put(secret).array();
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  byte[] seriesBytes() {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(series.getMostSignificantBits())
        .putLong(series.getLeastSignificantBits())
        .array();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BrowserToken token
        && series.equals(token.series)
        && Arrays.equals(secret, token.secret);
  }

  @Override
  public int hashCode() {
    return series.hashCode();
  }

  @Override
  public String toString() {
    return "BrowserToken[" + series + "]";
  }
}
