package io.tweestap.otp;

import static io.tweestap.otp.InvalidOtpInput.Reason.SECRET_LENGTH;
import static io.tweestap.otp.InvalidOtpInput.Reason.SECRET_TOO_SHORT;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// The secret that a token and its verifier share. Its text form shows the length only, so that it
/// may stand in a record or a message by accident without harm.
///
/// Make one per token, even for the same person (RFC 6238 section 3, R5): [#generate] draws a new
/// one each time, and nothing here derives one secret from another.
public final class OtpSecret {
  /// The longest secret accepted, in octets; generous beside the 128 of the longest HMAC block.
  public static final int MAX_BYTES = 256;

  /// Bits of a generated secret unless asked otherwise (RFC 4226 section 4, R6).
  public static final int DEFAULT_BITS = 160;

  /// The fewest bits that [#generate] agrees to (RFC 4226 section 4, R6).
  public static final int MIN_GENERATED_BITS = 128;

  private final byte[] octets;

  private OtpSecret(byte[] octets) {
    if (octets.length == 0 || octets.length > MAX_BYTES) {
      throw new InvalidOtpInput(SECRET_LENGTH, "a secret has 1 to " + MAX_BYTES + " octets");
    }
    this.octets = octets.clone();
  }

  /// A secret from elsewhere, 1 to [#MAX_BYTES] octets. Copied.
  ///
  /// Short ones are accepted, because imported tokens cannot be changed; see [#bits].
  ///
  /// @throws InvalidOtpInput `SECRET_LENGTH`
  public static OtpSecret of(byte[] octets) {
    return new OtpSecret(octets);
  }

  /// A secret from its Base32 text, read as [Base32#decode] does.
  ///
  /// @throws InvalidOtpInput `BASE32_CHARACTER`, `BASE32_LENGTH` or `SECRET_LENGTH`
  public static OtpSecret ofBase32(String text) {
    return new OtpSecret(Base32.decode(text));
  }

  /// A new secret of [#DEFAULT_BITS].
  public static OtpSecret generate(SecureRandom random) {
    return generate(random, DEFAULT_BITS);
  }

  /// A new secret.
  ///
  /// @param bits [#MIN_GENERATED_BITS] or more, at most 8 x [#MAX_BYTES], a multiple of 8. A secret
  ///   as long as the hash is best: 160, 256 or 512 (RFC 6238 section 5.1)
  /// @throws InvalidOtpInput `SECRET_TOO_SHORT` or `SECRET_LENGTH`
  public static OtpSecret generate(SecureRandom random, int bits) {
    if (bits < MIN_GENERATED_BITS) {
      throw new InvalidOtpInput(
          SECRET_TOO_SHORT, "a new secret has at least " + MIN_GENERATED_BITS + " bit");
    }
    if (bits % 8 != 0 || bits > MAX_BYTES * 8) {
      throw new InvalidOtpInput(SECRET_LENGTH, "bits of a secret: a multiple of 8, at most 2048");
    }
    byte[] octets = new byte[bits / 8];
    random.nextBytes(octets);
    return new OtpSecret(octets);
  }

  /// A copy of the octets. Keep it as short a time as you can.
  public byte[] bytes() {
    return octets.clone();
  }

  /// Upper-case Base32 without padding, for a person to type or a URI to carry.
  public String toBase32() {
    return Base32.encode(octets);
  }

  /// The length in bits, 8 to 2048; below 128 a token is weaker than RFC 4226 allows.
  public int bits() {
    return octets.length * 8;
  }

  /// Compares in time that does not depend on the content.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OtpSecret that && MessageDigest.isEqual(octets, that.octets);
  }

  /// From the length only, so that no hash of a secret reaches a log or a heap walk.
  @Override
  public int hashCode() {
    return octets.length;
  }

  @Override
  public String toString() {
    return "OtpSecret(" + octets.length + " bytes)";
  }
}
