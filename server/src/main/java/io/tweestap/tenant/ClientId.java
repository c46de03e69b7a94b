package io.tweestap.tenant;

import io.tweestap.shared.TenantId;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/// The public name of an API client: its tenant's id in Crockford base 32 (26 characters), a dash,
/// and 8 random characters, as in `06fxs1k0ehtj8g4d2w3n5r7v9b-3kq8zt5m`.
///
/// Because the tenant can be read from it, a look-up never has to search across tenants.
record ClientId(TenantId tenant, String text) {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TENANT_LENGTH = 26;
  private static final int TAIL_LENGTH = 8;

  /// A new client id in a tenant.
  static ClientId draw(TenantId tenant, SecureRandom random) {
    StringBuilder tail = new StringBuilder(TAIL_LENGTH);
    for (int i = 0; i < TAIL_LENGTH; i++) {
      tail.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return withTail(tenant, tail.toString());
  }

  /// The client id with a given last part.
  static ClientId withTail(TenantId tenant, String tail) {
    return new ClientId(tenant, encode(tenant.value()) + "-" + tail);
  }

  /// Reads a client id; empty when it does not have the form of one.
  static Optional<ClientId> parse(String text) {
    if (text.length() != TENANT_LENGTH + 1 + TAIL_LENGTH || text.charAt(TENANT_LENGTH) != '-') {
      return Optional.empty();
    }
    for (int i = TENANT_LENGTH + 1; i < text.length(); i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return Optional.empty();
      }
    }
    return decode(text).map(id -> new ClientId(new TenantId(id), text));
  }

  private static String encode(UUID id) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    char[] text = new char[TENANT_LENGTH];
    for (int i = TENANT_LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (low & 31));
      low = low >>> 5 | high << 59;
      high >>>= 5;
    }
    return new String(text);
  }

  private static Optional<UUID> decode(String text) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < TENANT_LENGTH; i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      // The first character holds 3 bits only: 26 characters are 130 bits, a UUID has 128.
      if (digit < 0 || (i == 0 && digit > 7)) {
        return Optional.empty();
      }
      high = high << 5 | low >>> 59;
      low = low << 5 | digit;
    }
    return Optional.of(new UUID(high, low));
  }

  @Override
  public String toString() {
    return text;
  }
}
