package io.tweestap.otp.uri;

import static io.tweestap.otp.InvalidOtpInput.Reason.DIGITS;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_LABEL;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_SYNTAX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.util.EnumSet;
import java.util.Set;

/// A token as an `otpauth://` URI describes it (the Key URI Format).
///
/// The URI holds the secret. `toString` shows everything but the secret and is not the URI: that is
/// [#toUri], which belongs on one page, once, and in no log.
///
/// @param label issuer and account
/// @param secret the shared secret
/// @param algorithm the hash
/// @param digits 6 to 8
/// @param moving time or counter
public record OtpauthUri(
    OtpauthLabel label, OtpSecret secret, Algorithm algorithm, int digits, Moving moving) {
  /// The longest URI read or written, in characters; beyond it no QR code is readable anyway.
  public static final int MAX_LENGTH = 2_048;

  private static final int MAX_NAME_BYTES = 64;

  /// @throws InvalidOtpInput `DIGITS`
  public OtpauthUri {
    requireNonNull(label);
    requireNonNull(secret);
    requireNonNull(algorithm);
    requireNonNull(moving);
    if (digits < Hotp.MIN_DIGITS || digits > Hotp.MAX_DIGITS) {
      throw new InvalidOtpInput(DIGITS, "a code has 6 to 8 digits");
    }
  }

  /// A `totp` URI.
  public static OtpauthUri of(OtpauthLabel label, OtpSecret secret, Totp totp) {
    return new OtpauthUri(
        label, secret, totp.algorithm(), totp.digits(), new Moving.ByTime(totp.step()));
  }

  /// A `hotp` URI.
  ///
  /// @param counter the counter of the first code, 0 for a new token
  /// @throws InvalidOtpInput `COUNTER`
  public static OtpauthUri of(OtpauthLabel label, OtpSecret secret, Hotp hotp, long counter) {
    return new OtpauthUri(
        label, secret, hotp.algorithm(), hotp.digits(), new Moving.ByCounter(counter));
  }

  /// Reads a URI as patiently as apps do: case of scheme, type and parameter names does not matter;
  /// the colon in the label may be percent-encoded and spaces may follow it; the issuer parameter
  /// may differ from the label's and wins; unknown parameters are skipped. SHA1, 6 digits and 30
  /// seconds are the defaults.
  ///
  /// @throws InvalidOtpInput `URI_SYNTAX`, `URI_TYPE`, `URI_LABEL`, `URI_DOUBLED`,
  ///   `URI_SECRET_MISSING`, `URI_ALGORITHM`, `URI_COUNTER_MISSING`, or what the secret, digits,
  ///   period and counter break by themselves
  public static OtpauthUri parse(String uri) {
    return OtpauthParser.parse(uri);
  }

  /// The URI in the one form that all apps read: everything is written out, spaces are `%20`, the
  /// secret has no padding.
  ///
  /// @throws InvalidOtpInput `URI_LABEL` without an issuer, `DIGITS` unless 6 or 8, `URI_SYNTAX`
  ///   when longer than [#MAX_LENGTH]
  public String toUri() {
    if (label.prefix().isBlank() || label.issuer().isBlank()) {
      throw new InvalidOtpInput(URI_LABEL, "the issuer is empty");
    }
    if (digits == 7) {
      throw new InvalidOtpInput(DIGITS, "apps know codes of 6 and 8 digits only");
    }
    String head = "otpauth://" + (moving instanceof Moving.ByTime ? "totp/" : "hotp/");
    String tail =
        switch (moving) {
          case Moving.ByTime(var period) -> "&period=" + period.toSeconds();
          case Moving.ByCounter(long counter) -> "&counter=" + counter;
        };
    String name = encodeLabel(label.prefix()) + ":" + encodeLabel(label.account());
    String uri = head + name + "?" + query() + tail;
    if (uri.length() > MAX_LENGTH) {
      throw new InvalidOtpInput(URI_SYNTAX, "longer than " + MAX_LENGTH);
    }
    return uri;
  }

  private String query() {
    return "secret=%s&issuer=%s&algorithm=%s&digits=%d"
        .formatted(
            secret.toBase32(), PercentText.encode(label.issuer(), ""), algorithm.name(), digits);
  }

  private static String encodeLabel(String part) {
    return PercentText.encode(part, "@");
  }

  /// What may go wrong with this URI in some apps; empty when nothing is known.
  public Set<OtpauthAdvice> advice() {
    Set<OtpauthAdvice> advice = EnumSet.noneOf(OtpauthAdvice.class);
    boolean usualPeriod =
        switch (moving) {
          case Moving.ByTime(var period) -> period.toSeconds() == 30;
          case Moving.ByCounter _ -> true;
        };
    if (algorithm != Algorithm.SHA1 || digits != 6 || !usualPeriod) {
      advice.add(OtpauthAdvice.UNUSUAL_PROFILE);
    }
    if ((label.prefix() + label.issuer()).chars().anyMatch(c -> "&?#%+/".indexOf(c) >= 0)) {
      advice.add(OtpauthAdvice.RISKY_ISSUER);
    }
    if (nameBytes() > MAX_NAME_BYTES) {
      advice.add(OtpauthAdvice.LONG_NAME);
    }
    if (secret.bits() < OtpSecret.MIN_GENERATED_BITS) {
      advice.add(OtpauthAdvice.SHORT_SECRET);
    }
    return advice;
  }

  // The name on a security key is "issuer:account", with "period/" before it unless that is 30.
  private int nameBytes() {
    String period =
        moving instanceof Moving.ByTime(var step) && step.toSeconds() != 30
            ? step.toSeconds() + "/"
            : "";
    return (period + label.issuer() + ":" + label.account()).getBytes(UTF_8).length;
  }
}
