package io.tweestap.vault;

import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyRing;
import io.tweestap.vault.keys.KeySets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/// Signs and verifies access tokens (JWT, HS256, RFC 7519) with the installation's keys; the
/// token's `kid` says which. Tokens must live an hour or less: `keys prune` removes a key an hour
/// after its last use at the earliest. Thread-safe.
public final class TokenKeys {
  private static final int MAX_LENGTH = 8192;

  private final CurrentKeys keys;

  TokenKeys(CurrentKeys keys) {
    this.keys = keys;
  }

  /// Keys that are made now and kept nowhere. For tests.
  public static TokenKeys ofItsOwn() {
    return new TokenKeys(CurrentKeys.fixed(KeySets.fresh(new SecureRandom(), Instant.EPOCH)));
  }

  /// The token in its compact form, signed with the primary key.
  public String sign(RawJwt token) {
    try {
      return keys.ring().tokens().computeMacAndEncode(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token could not be signed", e);
    }
  }

  /// What the token says, if one of our keys signed it and the validator (issuer, audience, time)
  /// agrees; else empty. A token that fails makes this node look whether the key file changed.
  public Optional<VerifiedJwt> verify(String compact, JwtValidator validator) {
    if (compact.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    KeyRing before = keys.ring();
    Optional<VerifiedJwt> verified = verify(before, compact, validator);
    if (verified.isPresent()) {
      return verified;
    }
    keys.rereadIfChanged();
    KeyRing now = keys.ring();
    return now == before ? verified : verify(now, compact, validator);
  }

  private static Optional<VerifiedJwt> verify(
      KeyRing ring, String compact, JwtValidator validator) {
    try {
      return Optional.of(ring.tokens().verifyMacAndDecode(compact, validator));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "TokenKeys[" + keys + "]";
  }
}
