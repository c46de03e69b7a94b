package io.tweestap.delivery.receipt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a delivery receipt of SMPP says; each part may be missing. Of the message's own text
/// nothing is kept.
///
/// @param id the operator's id of the part
/// @param state what became of it
/// @param error the operator's code; empty for zeros, which mean none
/// @param done when, in a zone that the receipt does not say
public record DeliveryReport(
    Optional<String> id,
    Optional<ReceiptState> state,
    Optional<String> error,
    Optional<LocalDateTime> done) {
  private static final Predicate<String> ERROR =
      Pattern.compile("[A-Za-z0-9]{1,8}").asMatchPredicate();
  private static final Predicate<String> ZEROS = Pattern.compile("0+").asMatchPredicate();
  private static final Duration AHEAD_MAX = Duration.ofHours(1);
  private static final Duration BEHIND_MAX = Duration.ofDays(31);

  /// Reads a receipt. Never throws: what cannot be read is missing.
  ///
  /// @param octets `short_message`, or `message_payload` where that stands instead, in any coding
  public static DeliveryReport read(byte[] octets, ReceiptParameters parameters) {
    return read(ReceiptBytes.decode(octets), parameters);
  }

  static DeliveryReport read(String written, ReceiptParameters parameters) {
    ReceiptText text = ReceiptText.read(written);
    return new DeliveryReport(
        parameters
            .receiptedMessageId()
            .map(DeliveryReport::printable)
            .filter(id -> !id.isEmpty())
            .or(() -> text.value(ReceiptText.Key.ID)),
        state(parameters.messageState()).or(() -> state(text)),
        error(parameters.networkError())
            .or(() -> text.value(ReceiptText.Key.ERROR))
            .filter(ERROR.and(ZEROS.negate())),
        text.value(ReceiptText.Key.DONE).flatMap(ReceiptDate::read));
  }

  /// The receipt for [io.tweestap.delivery.receipt.Receipts]; empty when it names no message or no
  /// state.
  ///
  /// @param arrived when it came: stands for a time that is missing or cannot be true
  /// @param zone the zone in which this operator writes times
  public Optional<CarrierReceipt> receipt(String carrier, Instant arrived, ZoneId zone) {
    return id.flatMap(known ->
        state.map(what -> new CarrierReceipt(carrier, known, what, at(arrived, zone), error)));
  }

  private Instant at(Instant arrived, ZoneId zone) {
    return done.map(local -> local.atZone(zone).toInstant())
        .filter(time -> time.isBefore(arrived.plus(AHEAD_MAX)))
        .filter(time -> time.isAfter(arrived.minus(BEHIND_MAX)))
        .orElse(arrived);
  }

  private static Optional<ReceiptState> state(OptionalInt number) {
    return number.isPresent() ? ReceiptState.ofSmpp(number.getAsInt()) : Optional.empty();
  }

  private static Optional<ReceiptState> state(ReceiptText text) {
    return text.value(ReceiptText.Key.STATE)
        .map(ReceiptWords::state)
        .or(() -> text.value(ReceiptText.Key.DONE).flatMap(ReceiptWords::anywhere));
  }

  private static Optional<String> error(OptionalInt code) {
    return code.isPresent() && code.getAsInt() > 0
        ? Optional.of("%03d".formatted(code.getAsInt()))
        : Optional.empty();
  }

  /// A string of SMPP ends with a NUL, which some leave in.
  private static String printable(String id) {
    int end = id.indexOf('\0');
    return (end < 0 ? id : id.substring(0, end)).strip();
  }
}
