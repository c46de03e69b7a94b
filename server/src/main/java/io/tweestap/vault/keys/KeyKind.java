package io.tweestap.vault.keys;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;

/// The three keysets of an installation. One key id names one key of each kind: they are made,
/// promoted and removed together, so that a row's key id tells which key sealed it and which key
/// hashed it.
enum KeyKind {
  /// AES-256-GCM; a sealed value starts with 0x01 and the key id (Tink's own prefix).
  SEAL("seal"),
  /// HMAC-SHA256 as a pseudo-random function, 32 bytes out.
  HASH("hash"),
  /// HS256 for access tokens, with the key id in the token's `kid`.
  TOKEN("token");

  private final String field;

  KeyKind(String field) {
    this.field = field;
  }

  /// The name of the keyset's field in the key file.
  String field() {
    return field;
  }

  /// What a new key of this kind looks like.
  Parameters parameters() throws GeneralSecurityException {
    return switch (this) {
      case SEAL -> PredefinedAeadParameters.AES256_GCM;
      case HASH ->
          HmacPrfParameters.builder()
              .setKeySizeBytes(32)
              .setHashType(HmacPrfParameters.HashType.SHA256)
              .build();
      case TOKEN ->
          JwtHmacParameters.builder()
              .setKeySizeBytes(32)
              .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
              .setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
              .build();
    };
  }

  static {
    try {
      AeadConfig.register();
      PrfConfig.register();
      JwtMacConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink does not know its own keys", e);
    }
  }
}
