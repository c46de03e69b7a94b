package io.tweestap.client.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a message is.
///
/// - `queued`: it waits for its turn or its next try
/// - `accepted`: a carrier has it
/// - `failed`: no carrier took it
/// - `expired`: its life ended before a carrier took it, so it was never sent
/// - `canceled`: it was withdrawn before it was sent, because a newer code took its place or the
///   verification was canceled
public enum MessageState {
  QUEUED,
  ACCEPTED,
  FAILED,
  EXPIRED,
  CANCELED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
