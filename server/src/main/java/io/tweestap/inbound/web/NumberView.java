package io.tweestap.inbound.web;

import io.tweestap.inbound.OwnNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A number as the API shows it.
record NumberView(String number, UUID tenantId, Instant createdAt) {
  /// All of them.
  record Listed(List<NumberView> data) {}

  static NumberView of(OwnNumber number) {
    return new NumberView(number.address(), number.receiver().value(), number.createdAt());
  }
}
