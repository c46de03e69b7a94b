package io.tweestap.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a delivery stands.
public enum DeliveryState {
  /// Not answered with 2xx yet; will be tried (again).
  PENDING,
  /// Answered with 2xx.
  DELIVERED,
  /// Given up: the last attempt failed, or the endpoint is disabled or gone. Can be replayed.
  DEAD;

  /// As it stands in the API and the database.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DeliveryState> of(String text) {
    return Arrays.stream(values()).filter(state -> state.text().equals(text)).findFirst();
  }
}
