package io.tweestap.client.policy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where an exemption is on its way.
/// - `requested`: waits for a second member of the staff and exempts nobody yet.
/// - `active`: the user is exempt.
/// - `ended`: its time is over, staff ended it, or it was turned down.
public enum ExemptionState {
  REQUESTED,
  ACTIVE,
  ENDED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
