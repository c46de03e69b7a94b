package io.tweestap.factor.totp;

import io.tweestap.factor.kind.Parameters;
import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Totp;
import java.time.Duration;

/// What is kept of a TOTP factor beside its secret.
public final class TotpParameters {
  private TotpParameters() {}

  public static Parameters write(Totp totp) {
    return Parameters.NONE
        .with("algorithm", totp.algorithm().name())
        .with("digits", totp.digits())
        .with("period", totp.step().toSeconds());
  }

  static Totp read(Parameters parameters) {
    return new Totp(
        Algorithm.valueOf(parameters.text("algorithm")),
        parameters.number("digits"),
        Duration.ofSeconds(parameters.number("period")));
  }
}
