package io.tweestap.factor;

import io.tweestap.otp.Hotp;
import io.tweestap.otp.Totp;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How far a code may be from the expected one.
///
/// @param totpSkew steps to either side of a token's own clock, 0 to 2 (OTP-11)
/// @param hotpLookAhead counters after the expected one, 0 to 100 (OTP-7)
/// @param hotpResyncWindow counters that are searched for two codes in a row, 1 to 10,000 (OTP-8)
@ConfigurationProperties(value = "tweestap.factor", ignoreUnknownFields = false)
public record FactorSettings(
    @DefaultValue("1") int totpSkew,
    @DefaultValue("10") int hotpLookAhead,
    @DefaultValue("1000") int hotpResyncWindow) {
  private static final int SKEW_MAX = Math.min(2, Totp.MAX_SKEW);

  public FactorSettings {
    require("totp-skew", totpSkew, 0, SKEW_MAX);
    require("hotp-look-ahead", hotpLookAhead, 0, Hotp.MAX_LOOK_AHEAD);
    require("hotp-resync-window", hotpResyncWindow, 1, Hotp.MAX_RESYNC_WINDOW);
  }

  private static void require(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "tweestap.factor.%s must be from %d to %d".formatted(key, least, most));
    }
  }
}
