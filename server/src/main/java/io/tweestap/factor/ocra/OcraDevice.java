package io.tweestap.factor.ocra;

import io.tweestap.factor.kind.Parameters;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraOutcome;
import io.tweestap.otp.ocra.OcraSuite;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One device as the server computes along with it.
///
/// The factor's moving factor is the next counter where the suite has one (C); else the time step
/// of the last answer (T) times [#PER_STEP], plus one for each further answer in the same step, so
/// that no answer goes back in time; else the number of answers.
record OcraDevice(OcraSuite suite, OcraKey key, long moving) {
  /// Counters that a device may be ahead (OTP-7).
  static final int LOOK_AHEAD = 10;

  /// Time steps that a device's clock may be off, either side (OTP-11).
  static final int SKEW = 1;

  static final String SUITE = "suite";
  private static final long PER_STEP = 1024;

  static OcraSuite suiteOf(Parameters parameters) {
    return OcraSuite.parse(parameters.text(SUITE));
  }

  static OcraDevice of(StoredFactor stored, byte[] opened) {
    return new OcraDevice(suiteOf(stored.parameters()), OcraKey.read(opened), stored.moving());
  }

  /// The server's own answer in mutual mode: to the client's question, then its own (RFC 6287
  /// section 7.2). It is computed without the PIN, which is the user's to prove.
  String proof(OcraChallenge challenge, Instant now) {
    OcraSuite server = OcraSuite.parse(suite.toString().replaceFirst("-PSHA(1|256|512)", ""));
    OcraInput input =
        OcraInput.questions(challenge.clientQuestion().orElseThrow(), challenge.question());
    return new Ocra(server).response(key.secret(), moved(input, now));
  }

  /// The moving factor after a right response; empty when it is wrong.
  OptionalLong after(OcraChallenge challenge, String response, Instant now) {
    OcraInput input =
        key.withPin(moved(question(challenge.question(), challenge.clientQuestion()), now));
    return switch (new Ocra(suite).verify(key.secret(), input, LOOK_AHEAD, SKEW, response)) {
      case OcraOutcome.NoMatch() -> OptionalLong.empty();
      case OcraOutcome.Matched(OptionalLong counter, OptionalLong step) -> next(counter, step);
    };
  }

  private OptionalLong next(OptionalLong counter, OptionalLong step) {
    if (counter.isPresent()) {
      return counter;
    }
    if (step.isEmpty()) {
      return OptionalLong.of(moving + 1);
    }
    boolean backInTime = step.getAsLong() < moving / PER_STEP;
    return backInTime
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(moving + 1, step.getAsLong() * PER_STEP));
  }

  private static OcraInput question(String own, Optional<String> client) {
    return client.map(theirs -> OcraInput.questions(own, theirs)).orElse(OcraInput.question(own));
  }

  private OcraInput moved(OcraInput input, Instant now) {
    OcraInput counted = suite.counter() ? input.withCounter(moving) : input;
    return suite.timeStep().isPresent() ? counted.withTime(now) : counted;
  }
}
