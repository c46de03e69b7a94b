package io.tweestap.factor.web;

import io.tweestap.factor.Factor;
import io.tweestap.otp.Algorithm;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    @Nullable Integer codesLeft,
    @Nullable Boolean synced,
    @Nullable UUID aaguid,
    @Nullable List<String> transports) {
  private static final KindFields NONE =
      new KindFields(null, null, null, null, null, null, null, null, null, null, null);

  static KindFields of(Factor factor) {
    return switch (factor) {
      case Factor.Totp(_, Algorithm algorithm, int digits, int period, Optional<String> serial) ->
          NONE.code(algorithm, digits, period).token(serial);
      case Factor.Hotp(_, Algorithm algorithm, int digits, Optional<String> serial) ->
          NONE.code(algorithm, digits, null).token(serial);
      case Factor.YubicoOtp(_, String publicId, Optional<String> serial) ->
          NONE.known(publicId, null, null, null).token(serial);
      case Factor.Ocra(_, String suite, Optional<String> serial) ->
          NONE.known(null, suite, null, null).token(serial);
      case Factor.Phone(_, String number) -> NONE.known(null, null, number, null);
      case Factor.RecoveryCodes(_, int left) -> NONE.known(null, null, null, left);
      case Factor.TemporaryPass _ -> NONE;
      case Factor.WebAuthn key ->
          NONE.key(key.synced(), key.aaguid().orElse(null), key.transports());
    };
  }

  private KindFields code(Algorithm by, int length, @Nullable Integer seconds) {
    return new KindFields(
        by.name(),
        length,
        seconds,
        serial,
        publicId,
        suite,
        number,
        codesLeft,
        synced,
        aaguid,
        transports);
  }

  private KindFields token(Optional<String> number) {
    return new KindFields(
        algorithm,
        digits,
        period,
        number.orElse(null),
        publicId,
        suite,
        this.number,
        codesLeft,
        synced,
        aaguid,
        transports);
  }

  private KindFields known(
      @Nullable String yubiKey,
      @Nullable String ocra,
      @Nullable String phone,
      @Nullable Integer left) {
    return new KindFields(
        algorithm, digits, period, serial, yubiKey, ocra, phone, left, synced, aaguid, transports);
  }

  private KindFields key(boolean copied, @Nullable UUID model, List<String> ways) {
    return new KindFields(
        algorithm, digits, period, serial, publicId, suite, number, codesLeft, copied, model, ways);
  }
}
