package io.tweestap.factor.otpauth;

import io.tweestap.factor.Bond;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.hotp.HotpParameters;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.factor.totp.TotpParameters;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.otp.uri.Moving;
import io.tweestap.otp.uri.OtpauthUri;
import io.tweestap.user.UserRef;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Makes of a line what it says, or says what is wrong with it.
public final class AppReader {
  /// How the factors come, as in [Bond#source].
  static final String SOURCE = "imported";

  /// Below every time step.
  private static final long NOT_MOVED = -1;

  private final boolean shortSecrets;

  /// @param shortSecrets whether secrets below 128 bits are taken (RFC 4226 section 4, R6)
  public AppReader(boolean shortSecrets) {
    this.shortSecrets = shortSecrets;
  }

  /// @param number of the line
  /// @param user a reference
  /// @param name what the user calls it; empty: a usual one
  public AppLine read(long number, String user, String uri, String name) {
    if (!UserRef.fits(user)) {
      return new AppLine.Broken(number, "", "invalid_user", "the reference of a user is not one");
    }
    if (name.length() > Bond.NAME_MAX || name.codePoints().anyMatch(Character::isISOControl)) {
      return new AppLine.Broken(
          number, user, "invalid_name", "a name has 1 to " + Bond.NAME_MAX + " characters");
    }
    try {
      OtpauthUri read = OtpauthUri.parse(uri);
      if (read.secret().bits() < OtpSecret.MIN_GENERATED_BITS && !shortSecrets) {
        return new AppLine.Broken(
            number,
            user,
            "short_secret",
            "the secret has only " + read.secret().bits() + " bits, and 128 are needed");
      }
      return new AppLine.Fit(number, new UserRef(user), factor(read, name));
    } catch (InvalidOtpInput e) {
      return new AppLine.Broken(
          number, user, e.reason().name().toLowerCase(Locale.ROOT), String.valueOf(e.getMessage()));
    }
  }

  private static NewFactor factor(OtpauthUri uri, String name) {
    return switch (uri.moving()) {
      case Moving.ByTime(Duration period) ->
          made(
              FactorKind.TOTP,
              name.isBlank() ? "Authenticator app" : name,
              uri.secret(),
              TotpParameters.write(new Totp(uri.algorithm(), uri.digits(), period)),
              NOT_MOVED);
      case Moving.ByCounter(long counter) ->
          made(
              FactorKind.HOTP,
              name.isBlank() ? "Token" : name,
              uri.secret(),
              HotpParameters.write(new Hotp(uri.algorithm(), uri.digits())),
              counter);
    };
  }

  private static NewFactor made(
      FactorKind kind, String name, OtpSecret secret, Parameters parameters, long moving) {
    return new NewFactor(
        kind, name, SOURCE, Optional.of(secret.bytes()), parameters, moving, Optional.empty());
  }
}
