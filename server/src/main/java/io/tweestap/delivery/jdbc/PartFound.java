package io.tweestap.delivery.jdbc;

import io.tweestap.shared.TenantId;
import java.util.UUID;

/// A part that a receipt may be about.
///
/// @param carrierMessageId as the carrier gave it
/// @param ended whether its state is final
public record PartFound(Key key, String carrierMessageId, boolean ended) {
  /// What names a part.
  ///
  /// @param attempt of the message, 1 for the first
  /// @param part 1 for the first
  public record Key(TenantId tenant, UUID message, int attempt, int part) {}

  /// Newer messages come first (their ids grow with time), and of one message's parts with the same
  /// id those that still wait for a receipt.
  public static int newestFirst(PartFound one, PartFound other) {
    int byTime = other.key.message().toString().compareTo(one.key.message().toString());
    int byState = byTime != 0 ? byTime : Boolean.compare(one.ended, other.ended);
    return byState != 0 ? byState : Integer.compare(one.key.part(), other.key.part());
  }
}
