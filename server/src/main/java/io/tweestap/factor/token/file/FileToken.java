package io.tweestap.factor.token.file;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.Parameters;

/// A token as a vendor's file describes it. `toString` does not show the seed.
///
/// @param seed the secret, in the form in which the kind's verifier opens it
/// @param moving where the moving factor starts
public record FileToken(
    String serial, FactorKind kind, byte[] seed, Parameters parameters, long moving) {
  /// Longest serial number.
  public static final int SERIAL_MAX = 100;

  @Override
  public String toString() {
    return "FileToken[" + serial + ", " + kind + "]";
  }
}
