package io.tweestap.otp;

import static java.util.Objects.requireNonNull;

/// The one exception of this library: input that breaks a rule of a standard or a bound of ours.
///
/// The message is meant for an operator's screen. It names the rule and, where that is harmless,
/// the offending character or number; it never holds a secret, a code, a PIN or a passphrase.
public final class InvalidOtpInput extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// Which rule was broken; stable, fit for counting and for a switch.
  public enum Reason {
    /// A character outside the Base32 alphabet; 0, 1, 8 and 9 are outside (RFC 4648 section 6).
    BASE32_CHARACTER,
    /// A Base32 text that no whole number of octets gives, or misplaced padding.
    BASE32_LENGTH,
    /// A secret that is empty, or longer than [OtpSecret#MAX_BYTES].
    SECRET_LENGTH,
    /// A new secret below 128 bit was asked for (RFC 4226 section 4, R6).
    SECRET_TOO_SHORT,
    /// A number of digits that the algorithm does not allow.
    DIGITS,
    /// A counter below zero or above [Hotp#MAX_COUNTER].
    COUNTER,
    /// A look-ahead, skew or resynchronization window out of bounds.
    WINDOW,
    /// A time step that is not 1 to 120 whole seconds.
    TIME_STEP,
    /// A moment before 1970, or so far away that no step number fits.
    TIME,
    /// Resynchronization asked for with fewer than two or more than three codes.
    CODE_COUNT,
    /// An HMAC value too short to truncate.
    MAC_LENGTH,
    /// An OCRA suite that RFC 6287 section 6 does not allow.
    OCRA_SUITE,
    /// OCRA data that the suite does not ask for, lacks, or does not allow in this form.
    OCRA_INPUT,
    /// Not an otpauth URI: scheme, percent-encoding, length or a forbidden character.
    URI_SYNTAX,
    /// An otpauth type other than `totp` and `hotp`.
    URI_TYPE,
    /// A label without an account, with a colon inside a part, or with control characters.
    URI_LABEL,
    /// A parameter that appears twice.
    URI_DOUBLED,
    /// No secret in the URI.
    URI_SECRET_MISSING,
    /// An algorithm other than SHA1, SHA256 and SHA512.
    URI_ALGORITHM,
    /// A `hotp` URI without a counter.
    URI_COUNTER_MISSING,
    /// A PSKC document larger than the bound.
    PSKC_TOO_LARGE,
    /// Not well-formed XML, a document type declaration, or not a PSKC 1.0 container.
    PSKC_XML,
    /// A PSKC value that is missing, malformed or outside its range.
    PSKC_VALUE,
    /// An encryption, derivation or MAC method that this library does not know.
    PSKC_METHOD,
    /// The container is encrypted and no fitting key or passphrase was given.
    PSKC_KEY_MISSING,
    /// An encrypted value came without the MAC that its method needs.
    PSKC_MAC_MISSING,
    /// The MAC of an encrypted value is wrong: wrong key or altered document.
    PSKC_MAC_WRONG,
    /// Decryption failed: wrong key or passphrase, or a damaged document.
    PSKC_DECRYPTION,
    /// A HOTP secret below 16 octets (RFC 6030 section 10.1).
    PSKC_SECRET_TOO_SHORT,
    /// A character outside the ModHex alphabet, or an odd number of them.
    MODHEX,
    /// A Yubico OTP that is not 32 to 64 characters.
    YUBICO_LENGTH,
    /// A Yubico AES key that is not 16 octets, a private id not 6, or a counter out of range.
    YUBICO_KEY
  }

  private final Reason reason;

  /// @param reason the rule broken
  /// @param message a sentence for a person, without secret content
  public InvalidOtpInput(Reason reason, String message) {
    super(message);
    this.reason = requireNonNull(reason);
  }

  /// The rule that was broken.
  public Reason reason() {
    return reason;
  }
}
