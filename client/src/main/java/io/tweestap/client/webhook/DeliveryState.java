package io.tweestap.client.webhook;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where the delivery of an event to one endpoint stands.
///
/// - `pending`: it will be tried, or tried again
/// - `delivered`: it was answered with 2xx
/// - `dead`: it was given up; a replay sends it again
public enum DeliveryState {
  PENDING,
  DELIVERED,
  DEAD,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
