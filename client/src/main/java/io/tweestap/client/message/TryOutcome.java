package io.tweestap.client.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// How one try to hand a message over ended.
///
/// - `accepted`: the carrier took it
/// - `fraud`: the carrier takes it for fraud; no carrier gets it again
/// - `rejected`: the message itself cannot be sent, to this recipient or at all
/// - `wrong_transport`: the recipient cannot be reached this way by this carrier
/// - `retry`: worth another try
/// - `unavailable`: the carrier cannot serve us at all for now
/// - `no_answer`: none came, so it may have been sent
/// - `expired`: its life was over before the carrier was asked
public enum TryOutcome {
  ACCEPTED,
  FRAUD,
  REJECTED,
  WRONG_TRANSPORT,
  RETRY,
  UNAVAILABLE,
  NO_ANSWER,
  EXPIRED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
