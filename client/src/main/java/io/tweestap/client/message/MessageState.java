package io.tweestap.client.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a message is. It never goes back; what a carrier's receipts say comes after `accepted`,
/// and where a carrier sends none, `accepted` stays.
///
/// - `queued`: it waits for its turn or its next try
/// - `accepted`: a carrier has it
/// - `failed`: no carrier took it
/// - `expired`: its life ended before a carrier took it, so it was never sent
/// - `canceled`: it was withdrawn before it was sent: you canceled it or its verification, or a
///   newer code took its place
/// - `delivered`: the carrier reported that all of it arrived
/// - `partly_delivered`: some of its parts arrived and some never will
/// - `undelivered`: the carrier reported that nothing of it arrives
public enum MessageState {
  QUEUED,
  ACCEPTED,
  FAILED,
  EXPIRED,
  CANCELED,
  DELIVERED,
  PARTLY_DELIVERED,
  UNDELIVERED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
