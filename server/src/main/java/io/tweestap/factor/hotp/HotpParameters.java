package io.tweestap.factor.hotp;

import io.tweestap.factor.kind.Parameters;
import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Hotp;

/// What is kept of a HOTP factor beside its secret.
public final class HotpParameters {
  private HotpParameters() {}

  public static Parameters write(Hotp hotp) {
    return Parameters.NONE.with("algorithm", hotp.algorithm().name()).with("digits", hotp.digits());
  }

  static Hotp read(Parameters parameters) {
    return new Hotp(Algorithm.valueOf(parameters.text("algorithm")), parameters.number("digits"));
  }
}
