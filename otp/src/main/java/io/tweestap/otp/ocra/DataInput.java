package io.tweestap.otp.ocra;

import static io.tweestap.otp.InvalidOtpInput.Reason.OCRA_INPUT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.ocra.OcraSuite.QuestionFormat;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The octets that an OCRA response is the HMAC of (RFC 6287 section 5.1), checked against the
/// suite once and then written for each counter and time step that is tried.
final class DataInput {
  private static final int QUESTION_BYTES = 128;
  private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[0-9A-Za-z]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern HEX_DIGITS = Pattern.compile("[0-9A-Fa-f]+");

  private final OcraSuite suite;
  private final byte[] question;
  private final byte[] pinHash;
  private final byte[] session;
  private final OptionalLong counter;
  private final OptionalLong step;

  DataInput(OcraSuite suite, OcraInput input) {
    this.suite = suite;
    question = question(suite, input);
    pinHash = pinHash(suite, input);
    session = session(suite, input);
    agree("counter", suite.counter(), input.counter().isPresent());
    counter = input.counter();
    step = step(suite, input);
  }

  OptionalLong counter() {
    return counter;
  }

  OptionalLong step() {
    return step;
  }

  /// The data with another counter and step; both are ignored where the suite has none.
  byte[] octets(long counterValue, long stepValue) {
    byte[] name = suite.toString().getBytes(US_ASCII);
    int numbers = (counter.isPresent() ? 1 : 0) + (step.isPresent() ? 1 : 0);
    int length = name.length + 1 + QUESTION_BYTES + pinHash.length + session.length;
    ByteBuffer data = ByteBuffer.allocate(length + numbers * Long.BYTES);
    data.put(name).put((byte) 0);
    if (counter.isPresent()) {
      data.putLong(counterValue);
    }
    data.put(question).put(pinHash).put(session);
    if (step.isPresent()) {
      data.putLong(stepValue);
    }
    return data.array();
  }

  private static byte[] question(OcraSuite suite, OcraInput input) {
    checkQuestion(suite, input.first());
    if (!input.second().isEmpty()) {
      checkQuestion(suite, input.second());
    }
    String text = input.first() + input.second();
    byte[] padded = new byte[QUESTION_BYTES];
    byte[] octets =
        switch (suite.questionFormat()) {
          case ALPHANUMERIC -> text.getBytes(US_ASCII);
          case NUMERIC -> hexFromLeft(new BigInteger(text).toString(16));
          case HEXADECIMAL -> hexFromLeft(text);
        };
    System.arraycopy(octets, 0, padded, 0, octets.length);
    return padded;
  }

  private static void checkQuestion(OcraSuite suite, String text) {
    if (text.length() > suite.questionLength() || !allowed(suite).matcher(text).matches()) {
      throw new InvalidOtpInput(
          OCRA_INPUT,
          "a challenge here is 1 to %d %s characters"
              .formatted(suite.questionLength(), suite.questionFormat()));
    }
  }

  private static Pattern allowed(OcraSuite suite) {
    QuestionFormat format = suite.questionFormat();
    return switch (format) {
      case ALPHANUMERIC -> LETTERS_AND_DIGITS;
      case NUMERIC -> DIGITS;
      case HEXADECIMAL -> HEX_DIGITS;
    };
  }

  // The digits are written from the left without leading zeros and the padding follows, so a
  // number with an odd count of hexadecimal digits ends in the middle of an octet.
  private static byte[] hexFromLeft(String digits) {
    return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
  }

  private static byte[] pinHash(OcraSuite suite, OcraInput input) {
    agree("PIN", suite.pinHash().isPresent(), input.pin().isPresent());
    if (suite.pinHash().isEmpty()) {
      return new byte[0];
    }
    Algorithm algorithm = suite.pinHash().get();
    byte[] hash =
        switch (input.pin().orElseThrow()) {
          case OcraInput.Pin.Typed(String text) -> algorithm.hash(text.getBytes(UTF_8));
          case OcraInput.Pin.Hashed(byte[] octets) -> octets;
        };
    if (hash.length != algorithm.lengthBytes()) {
      throw new InvalidOtpInput(
          OCRA_INPUT, "the hash of a PIN has " + algorithm.lengthBytes() + " octets here");
    }
    return hash;
  }

  private static byte[] session(OcraSuite suite, OcraInput input) {
    agree("session", suite.sessionBytes().isPresent(), input.session().isPresent());
    byte[] padded = new byte[suite.sessionBytes().orElse(0)];
    byte[] given = input.session().orElse(padded);
    if (given.length > padded.length) {
      throw new InvalidOtpInput(
          OCRA_INPUT, "session data has at most " + padded.length + " octets here");
    }
    System.arraycopy(given, 0, padded, padded.length - given.length, given.length);
    return padded;
  }

  private static OptionalLong step(OcraSuite suite, OcraInput input) {
    agree("time", suite.timeStep().isPresent(), input.moment().isPresent());
    if (suite.timeStep().isEmpty()) {
      return OptionalLong.empty();
    }
    Duration length = suite.timeStep().get();
    return switch (input.moment().orElseThrow()) {
      case OcraInput.Moment.Step(long number) -> OptionalLong.of(number);
      case OcraInput.Moment.At at when length.isZero() ->
          throw new InvalidOtpInput(OCRA_INPUT, "a time step of zero needs a step number");
      case OcraInput.Moment.At(var time) ->
          OptionalLong.of(time.getEpochSecond() / length.toSeconds());
    };
  }

  private static void agree(String what, boolean asked, boolean given) {
    if (asked != given) {
      throw new InvalidOtpInput(
          OCRA_INPUT, "the suite " + (asked ? "needs a " : "has no ") + what + " input");
    }
  }
}
