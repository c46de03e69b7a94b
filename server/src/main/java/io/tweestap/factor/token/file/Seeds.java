package io.tweestap.factor.token.file;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.hotp.HotpParameters;
import io.tweestap.factor.ocra.OcraBinding;
import io.tweestap.factor.totp.TotpParameters;
import io.tweestap.factor.yubico.YubicoParameters;
import io.tweestap.factor.yubico.YubicoSecret;
import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.otp.yubico.ModHex;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;

/// Makes tokens out of what a file says, or says what is wrong with them.
final class Seeds {
  private static final int MODHEX_PUBLIC_ID_MAX = 32;

  /// Whether secrets below 128 bits are taken (RFC 4226 section 4, R6).
  private final boolean shortSecrets;

  Seeds(boolean shortSecrets) {
    this.shortSecrets = shortSecrets;
  }

  FileToken totp(String serial, OtpSecret secret, Algorithm algorithm, int digits, long period) {
    Totp totp = checked(() -> new Totp(algorithm, digits, Duration.ofSeconds(period)));
    return new FileToken(
        serial(serial), FactorKind.TOTP, fit(secret), TotpParameters.write(totp), -1);
  }

  FileToken hotp(String serial, OtpSecret secret, Algorithm algorithm, int digits, long counter) {
    Hotp hotp = checked(() -> new Hotp(algorithm, digits));
    if (counter < 0 || counter > Hotp.MAX_COUNTER) {
      throw new UnfitTokenException("invalid_counter", "the counter is 0 or greater");
    }
    return new FileToken(
        serial(serial), FactorKind.HOTP, fit(secret), HotpParameters.write(hotp), counter);
  }

  /// @param publicId in ModHex
  /// @param privateId in hexadecimal
  FileToken yubico(String serial, String publicId, String privateId, OtpSecret key) {
    if (publicId.length() > MODHEX_PUBLIC_ID_MAX || ModHex.decode(publicId).length == 0) {
      throw new UnfitTokenException("invalid_public_id", "the public id is 2 to 32 characters");
    }
    YubicoSecret secret;
    try {
      secret = new YubicoSecret(HexFormat.of().parseHex(privateId), key);
    } catch (IllegalArgumentException _) {
      throw new UnfitTokenException(
          "invalid_secret", "a private id has 12 hexadecimal digits and an AES key 32");
    }
    String id = ModHex.encode(ModHex.decode(publicId));
    return new FileToken(
        serial(serial), FactorKind.YUBICO_OTP, secret.bytes(), YubicoParameters.write(id), 0);
  }

  FileToken ocra(String serial, OtpSecret secret, OcraSuite suite, long counter) {
    if (!OcraBinding.Wish.isServed(suite)) {
      throw new UnfitTokenException(
          "suite_not_served", "session data and a time step of zero are not supported");
    }
    return new FileToken(
        serial(serial), FactorKind.OCRA, fit(secret), OcraBinding.parameters(suite), counter);
  }

  private byte[] fit(OtpSecret secret) {
    if (secret.bits() < OtpSecret.MIN_GENERATED_BITS && !shortSecrets) {
      throw new UnfitTokenException(
          "short_secret", "the secret has only " + secret.bits() + " bits, and 128 are needed");
    }
    return secret.bytes();
  }

  private static String serial(String serial) {
    String tidy = serial.strip();
    if (tidy.isEmpty()
        || tidy.length() > FileToken.SERIAL_MAX
        || tidy.codePoints().anyMatch(Character::isISOControl)) {
      throw new UnfitTokenException("invalid_serial", "a serial number has 1 to 100 characters");
    }
    return tidy;
  }

  /// Hexadecimal or Base32, as it comes: no secret of either kind looks like the other by chance.
  static OtpSecret secret(String text) {
    String tidy = text.strip();
    boolean hex = tidy.length() % 2 == 0 && tidy.matches("[0-9a-fA-F]+");
    return checked(
        () -> hex ? OtpSecret.of(HexFormat.of().parseHex(tidy)) : OtpSecret.ofBase32(tidy));
  }

  /// What the otp library refuses, in its words.
  static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (InvalidOtpInput e) {
      throw new UnfitTokenException(
          e.reason().name().toLowerCase(Locale.ROOT), String.valueOf(e.getMessage()));
    }
  }
}
