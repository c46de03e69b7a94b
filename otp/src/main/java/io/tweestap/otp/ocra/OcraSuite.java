package io.tweestap.otp.ocra;

import static io.tweestap.otp.InvalidOtpInput.Reason.OCRA_SUITE;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.InvalidOtpInput;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an OCRA token computes from, parsed from a text such as `OCRA-1:HOTP-SHA256-8:C-QN08-PSHA1`
/// (RFC 6287 section 6). The text itself is part of every computation, so it is kept as it came and
/// upper case is required.
public final class OcraSuite {
  /// What a challenge is made of (RFC 6287 section 6.3).
  public enum QuestionFormat {
    /// ASCII letters and digits.
    ALPHANUMERIC,
    /// Decimal digits.
    NUMERIC,
    /// Hexadecimal digits.
    HEXADECIMAL
  }

  private static final String ONE_TO_59 = "[1-9]|[1-5][0-9]";
  private static final Pattern SUITE =
      Pattern.compile(
          "OCRA-1:HOTP-(SHA1|SHA256|SHA512)-(0|[4-9]|10)"
              + ":(C-)?Q([ANH])(0[4-9]|[1-5][0-9]|6[0-4])"
              + "(?:-P(SHA1|SHA256|SHA512))?"
              + "(-S([0-9]{3})?)?"
              + ("(-T(?:(" + ONE_TO_59 + ")([SM])|([0-9]|[1-3][0-9]|4[0-8])H)?)?"));

  private static final int DEFAULT_SESSION_BYTES = 64;
  private static final int MAX_SESSION_BYTES = 512;
  private static final Duration DEFAULT_STEP = Duration.ofMinutes(1);

  private final String text;
  private final Algorithm algorithm;
  private final int digits;
  private final boolean counter;
  private final QuestionFormat questionFormat;
  private final int questionLength;
  private final @Nullable Algorithm pinHash;
  private final @Nullable Integer sessionBytes;
  private final @Nullable Duration timeStep;

  private OcraSuite(String text, Matcher parts) {
    this.text = text;
    algorithm = Algorithm.valueOf(parts.group(1));
    digits = Integer.parseInt(parts.group(2));
    counter = parts.group(3) != null;
    questionFormat = format(parts.group(4));
    questionLength = Integer.parseInt(parts.group(5));
    pinHash = parts.group(6) == null ? null : Algorithm.valueOf(parts.group(6));
    sessionBytes = parts.group(7) == null ? null : session(parts.group(8));
    timeStep = parts.group(9) == null ? null : step(parts);
  }

  /// Reads a suite. The order of the inputs is fixed: C, Q, P, S, T; only Q must be there. A bare
  /// `S` is `S064`, a bare `T` is `T1M`.
  ///
  /// @throws InvalidOtpInput `OCRA_SUITE` for anything that RFC 6287 section 6 does not allow
  public static OcraSuite parse(String text) {
    Matcher parts = SUITE.matcher(text);
    if (!parts.matches()) {
      throw new InvalidOtpInput(OCRA_SUITE, "not an OCRA suite of RFC 6287 section 6");
    }
    return new OcraSuite(text, parts);
  }

  private static QuestionFormat format(String letter) {
    return switch (letter) {
      case "A" -> QuestionFormat.ALPHANUMERIC;
      case "N" -> QuestionFormat.NUMERIC;
      default -> QuestionFormat.HEXADECIMAL;
    };
  }

  private static int session(@Nullable String bytes) {
    int length = bytes == null ? DEFAULT_SESSION_BYTES : Integer.parseInt(bytes);
    if (length < 1 || length > MAX_SESSION_BYTES) {
      throw new InvalidOtpInput(OCRA_SUITE, "session data has 001 to 512 octets");
    }
    return length;
  }

  private static Duration step(Matcher parts) {
    if (parts.group(12) != null) {
      return Duration.ofHours(Long.parseLong(parts.group(12)));
    }
    if (parts.group(10) == null) {
      return DEFAULT_STEP;
    }
    long amount = Long.parseLong(parts.group(10));
    return parts.group(11).equals("S") ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
  }

  /// The hash of the HMAC.
  public Algorithm algorithm() {
    return algorithm;
  }

  /// Digits of a response, 4 to 10; 0 means that the whole HMAC is the response, in lower-case
  /// hexadecimal.
  public int digits() {
    return digits;
  }

  /// Whether a counter is an input (C).
  public boolean counter() {
    return counter;
  }

  /// What challenges are made of.
  public QuestionFormat questionFormat() {
    return questionFormat;
  }

  /// The most characters of a challenge, 4 to 64.
  public int questionLength() {
    return questionLength;
  }

  /// The hash under which a PIN is an input (P); empty when there is none.
  public Optional<Algorithm> pinHash() {
    return Optional.ofNullable(pinHash);
  }

  /// Octets of session information (S), 1 to 512; empty when there is none.
  public OptionalInt sessionBytes() {
    return sessionBytes == null ? OptionalInt.empty() : OptionalInt.of(sessionBytes);
  }

  /// The time step (T), up to 48 hours; empty when time is not an input. `T0H` is a legal suite
  /// with a step of zero: then only an input with an explicit step number can be computed.
  public Optional<Duration> timeStep() {
    return Optional.ofNullable(timeStep);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OcraSuite that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// The text that was parsed, unchanged.
  @Override
  public String toString() {
    return text;
  }
}
