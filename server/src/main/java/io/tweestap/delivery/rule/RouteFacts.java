package io.tweestap.delivery.rule;

import io.tweestap.delivery.Priority;
import io.tweestap.shared.TenantId;
import java.util.Optional;
import java.util.UUID;

/// What rules look at. `toString` shows no recipient.
///
/// @param message its id, which decides between weights: the same at each look
/// @param number E.164; empty where the recipient is no number
/// @param country of the number, ISO 3166-1 alpha-2
public record RouteFacts(
    TenantId tenant,
    UUID message,
    Priority priority,
    String sender,
    String number,
    Optional<String> country) {
  @Override
  public String toString() {
    return "RouteFacts[" + tenant + ", " + message + "]";
  }
}
