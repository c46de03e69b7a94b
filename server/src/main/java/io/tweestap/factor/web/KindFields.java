package io.tweestap.factor.web;

import io.tweestap.factor.Factor;
import io.tweestap.otp.Algorithm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of a factor that only some kinds have.
record KindFields(
    @Nullable String algorithm,
    @Nullable Integer digits,
    @Nullable Integer period,
    @Nullable String serial,
    @Nullable String publicId,
    @Nullable String suite,
    @Nullable String number,
    @Nullable Integer codesLeft) {
  private static final KindFields NONE =
      new KindFields(null, null, null, null, null, null, null, null);

  static KindFields of(Factor factor) {
    return switch (factor) {
      case Factor.Totp(_, Algorithm algorithm, int digits, int period, Optional<String> serial) ->
          NONE.code(algorithm, digits, period).token(serial);
      case Factor.Hotp(_, Algorithm algorithm, int digits, Optional<String> serial) ->
          NONE.code(algorithm, digits, null).token(serial);
      case Factor.YubicoOtp(_, String publicId, Optional<String> serial) ->
          new KindFields(null, null, null, null, publicId, null, null, null).token(serial);
      case Factor.Ocra(_, String suite, Optional<String> serial) ->
          new KindFields(null, null, null, null, null, suite, null, null).token(serial);
      case Factor.Phone(_, String number) ->
          new KindFields(null, null, null, null, null, null, number, null);
      case Factor.RecoveryCodes(_, int left) ->
          new KindFields(null, null, null, null, null, null, null, left);
      case Factor.TemporaryPass _ -> NONE;
    };
  }

  private KindFields code(Algorithm by, int length, @Nullable Integer seconds) {
    return new KindFields(by.name(), length, seconds, serial, publicId, suite, number, codesLeft);
  }

  private KindFields token(Optional<String> number) {
    return new KindFields(
        algorithm, digits, period, number.orElse(null), publicId, suite, this.number, codesLeft);
  }
}
