package io.tweestap.otp.ocra;

import static io.tweestap.otp.InvalidOtpInput.Reason.OCRA_INPUT;

import io.tweestap.otp.InvalidOtpInput;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The data of one OCRA computation (RFC 6287 section 5.1). Immutable: each `with` gives a new one.
///
/// Nothing is checked against a suite here; [Ocra] refuses data that its suite lacks or does not
/// ask for. The text form shows which data are there, not their content.
public final class OcraInput {
  private final String first;
  private final String second;
  private final @Nullable Long counter;
  private final @Nullable Pin pin;
  private final byte @Nullable [] session;
  private final @Nullable Moment moment;

  /// A PIN as typed, to be hashed as the suite says, or its hash as stored.
  sealed interface Pin {
    record Typed(String text) implements Pin {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Hashed(byte[] octets) implements Pin {}
  }

  /// A moment, or the number of a time step.
  sealed interface Moment {
    record At(Instant time) implements Moment {}

    record Step(long number) implements Moment {}
  }

  private OcraInput(
      String first,
      String second,
      @Nullable Long counter,
      @Nullable Pin pin,
      byte @Nullable [] session,
      @Nullable Moment moment) {
    this.first = first;
    this.second = second;
    this.counter = counter;
    this.pin = pin;
    this.session = session;
    this.moment = moment;
  }

  /// One challenge: the question of a login, or the text to sign.
  public static OcraInput question(String question) {
    return new OcraInput(question, "", null, null, null, null);
  }

  /// Two challenges one after the other, as mutual authentication joins them (RFC 6287 section
  /// 7.2): the server answers to client then server, the client to server then client. Each may be
  /// as long as the suite's question.
  public static OcraInput questions(String first, String second) {
    if (second.isEmpty()) {
      throw new InvalidOtpInput(OCRA_INPUT, "the second challenge is empty");
    }
    return new OcraInput(first, second, null, null, null, null);
  }

  /// With the counter C, 0 or greater.
  ///
  /// @throws InvalidOtpInput `OCRA_INPUT`
  public OcraInput withCounter(long value) {
    if (value < 0) {
      throw new InvalidOtpInput(OCRA_INPUT, "a counter is 0 or greater");
    }
    return new OcraInput(first, second, value, pin, session, moment);
  }

  /// With a PIN, which is hashed as UTF-8 with the suite's hash.
  public OcraInput withPin(String text) {
    return new OcraInput(first, second, counter, new Pin.Typed(text), session, moment);
  }

  /// With the stored hash of a PIN, as long as the suite's hash. Copied.
  public OcraInput withPinHash(byte[] hash) {
    return new OcraInput(first, second, counter, new Pin.Hashed(hash.clone()), session, moment);
  }

  /// With session information, at most as many octets as the suite says; shorter is padded on the
  /// left. Copied.
  public OcraInput withSession(byte[] octets) {
    return new OcraInput(first, second, counter, pin, octets.clone(), moment);
  }

  /// With a moment of 1970 or later, from which the suite's time step makes a number.
  ///
  /// @throws InvalidOtpInput `OCRA_INPUT`
  public OcraInput withTime(Instant time) {
    if (time.getEpochSecond() < 0) {
      throw new InvalidOtpInput(OCRA_INPUT, "time steps begin in 1970");
    }
    return new OcraInput(first, second, counter, pin, session, new Moment.At(time));
  }

  /// With the number of a time step, 0 or greater.
  ///
  /// @throws InvalidOtpInput `OCRA_INPUT`
  public OcraInput withTimeStep(long number) {
    if (number < 0) {
      throw new InvalidOtpInput(OCRA_INPUT, "a step number is 0 or greater");
    }
    return new OcraInput(first, second, counter, pin, session, new Moment.Step(number));
  }

  String first() {
    return first;
  }

  String second() {
    return second;
  }

  OptionalLong counter() {
    return counter == null ? OptionalLong.empty() : OptionalLong.of(counter);
  }

  Optional<Pin> pin() {
    return Optional.ofNullable(pin);
  }

  Optional<byte[]> session() {
    return Optional.ofNullable(session);
  }

  Optional<Moment> moment() {
    return Optional.ofNullable(moment);
  }

  @Override
  public String toString() {
    return "OcraInput(Q"
        + (counter == null ? "" : " C")
        + (pin == null ? "" : " P")
        + (session == null ? "" : " S")
        + (moment == null ? "" : " T")
        + ")";
  }
}
