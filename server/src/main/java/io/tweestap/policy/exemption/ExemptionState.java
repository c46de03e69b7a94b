package io.tweestap.policy.exemption;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where an exemption is on its way.
public enum ExemptionState {
  /// It waits for a second member of the staff and exempts nobody yet.
  REQUESTED,
  ACTIVE,
  ENDED;

  /// As it stands in the API: `active`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ExemptionState> of(String text) {
    return Arrays.stream(values()).filter(state -> state.text().equals(text)).findFirst();
  }
}
