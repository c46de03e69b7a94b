package io.tweestap.tenant.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// A client id and secret from a header `Authorization: Basic` (RFC 7617).
record BasicCredentials(String clientId, String secret) {
  private static final String SCHEME = "basic ";

  /// Whether the header uses this scheme at all.
  static boolean isBasic(String header) {
    return header.length() > SCHEME.length()
        && header.substring(0, SCHEME.length()).toLowerCase(Locale.ROOT).equals(SCHEME);
  }

  /// Reads the header; empty when it is not well-formed.
  static Optional<BasicCredentials> parse(String header) {
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "BasicCredentials[" + secret.length() + " characters of secret]";
  }
}
