/// One-time passwords as a library of its own: HOTP (RFC 4226), TOTP (RFC 6238) and what both need.
///
/// Nothing here reads a clock, keeps state or draws randomness by itself: the caller passes the
/// time, the counter and a `SecureRandom`, and stores what an outcome tells it to store. So every
/// class is immutable and safe for many threads at once.
///
/// Three kinds of answer, the same in every package below this one:
///
/// - What a caller must act on (a code fits or not) is a sealed interface of records.
/// - Input that breaks a rule gives [InvalidOtpInput] with a [InvalidOtpInput.Reason], and no other
///   exception. Its message never holds a secret or a code.
/// - `null` is allowed only where a parameter says so.
///
/// Sub-packages: `ocra` (RFC 6287), `uri` (otpauth), `pskc` (RFC 6030) and `yubico`.
@NullMarked
package io.tweestap.otp;

import org.jspecify.annotations.NullMarked;
