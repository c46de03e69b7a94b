package io.tweestap.otp.ocra;

import static io.tweestap.otp.InvalidOtpInput.Reason.WINDOW;

import io.tweestap.otp.ConstantTime;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;

/// Computes and checks responses of one suite (RFC 6287).
///
/// The three modes of section 7 differ in the question only: a challenge (one-way), two challenges
/// joined (mutual), or a text or hash to sign (signature).
///
/// @param suite what the token computes from
public record Ocra(OcraSuite suite) {
  /// The most counters that [#verify] looks ahead.
  public static final int MAX_LOOK_AHEAD = Hotp.MAX_LOOK_AHEAD;

  /// The most time steps that [#verify] looks to either side.
  public static final int MAX_SKEW = Totp.MAX_SKEW;

  private static final OcraOutcome NO_MATCH = new OcraOutcome.NoMatch();
  private static final String HEX_DIGITS = "0123456789abcdef";
  private static final String ALPHANUMERICS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  /// The response to an input: as many digits as the suite says, or the whole HMAC in lower-case
  /// hexadecimal where it says 0 (RFC 6287 section 5.2).
  ///
  /// @throws InvalidOtpInput `OCRA_INPUT` for data that the suite lacks, does not ask for, or does
  ///   not allow in this form or length
  public String response(OtpSecret secret, OcraInput input) {
    DataInput data = new DataInput(suite, input);
    return response(secret, data, data.counter().orElse(0), data.step().orElse(0));
  }

  /// Checks a response, with some freedom in counter and time where the suite has them.
  ///
  /// Both windows are computed as a whole, so the time taken does not tell where the response fits.
  ///
  /// @param lookAhead how many counters after the given one may fit, 0 to [#MAX_LOOK_AHEAD]
  /// @param skew time steps that may fit on either side, 0 to [#MAX_SKEW]
  /// @throws InvalidOtpInput `OCRA_INPUT` as [#response], or `WINDOW`
  public OcraOutcome verify(
      OtpSecret secret, OcraInput input, int lookAhead, int skew, String response) {
    if (lookAhead < 0 || lookAhead > MAX_LOOK_AHEAD || skew < 0 || skew > MAX_SKEW) {
      throw new InvalidOtpInput(WINDOW, "look-ahead is 0 to 100 counters, skew 0 to 10 steps");
    }
    DataInput data = new DataInput(suite, input);
    int counters = data.counter().isPresent() ? lookAhead : 0;
    int steps = data.step().isPresent() ? skew : 0;
    OcraOutcome outcome = NO_MATCH;
    for (int ahead = counters; ahead >= 0; ahead--) {
      for (int offset = steps; offset >= -steps; offset--) {
        long counter = data.counter().orElse(0) + ahead;
        long step = data.step().orElse(0) + offset;
        if (counter >= 0
            && counter <= Hotp.MAX_COUNTER
            && step >= 0
            && ConstantTime.equal(response(secret, data, counter, step), response)) {
          outcome = matched(data, counter, step);
        }
      }
    }
    return outcome;
  }

  private static OcraOutcome matched(DataInput data, long counter, long step) {
    return new OcraOutcome.Matched(
        data.counter().isPresent() ? OptionalLong.of(counter + 1) : OptionalLong.empty(),
        data.step().isPresent() ? OptionalLong.of(step) : OptionalLong.empty());
  }

  private String response(OtpSecret secret, DataInput data, long counter, long step) {
    byte[] hmac = suite.algorithm().hmac(secret, data.octets(counter, step));
    return suite.digits() == 0
        ? HexFormat.of().formatHex(hmac)
        : Hotp.truncate(hmac, suite.digits());
  }

  /// A new random challenge of the suite's format and full length (RFC 6287 section 8, R6).
  /// Alphanumeric ones have upper-case letters and digits, without I and O, for easy typing.
  public String newQuestion(SecureRandom random) {
    String alphabet =
        switch (suite.questionFormat()) {
          case NUMERIC -> HEX_DIGITS.substring(0, 10);
          case HEXADECIMAL -> HEX_DIGITS;
          case ALPHANUMERIC -> ALPHANUMERICS;
        };
    StringBuilder question = new StringBuilder(suite.questionLength());
    while (question.length() < suite.questionLength()) {
      question.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return question.toString();
  }
}
