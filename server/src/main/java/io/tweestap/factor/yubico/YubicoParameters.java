package io.tweestap.factor.yubico;

import io.tweestap.factor.kind.Parameters;

/// What is kept of a YubiKey beside its secret.
public final class YubicoParameters {
  static final String PUBLIC_ID = "public_id";

  private YubicoParameters() {}

  /// @param publicId lower-case ModHex; empty when the key types none
  public static Parameters write(String publicId) {
    return Parameters.NONE.with(PUBLIC_ID, publicId);
  }
}
