package io.tweestap.optout.web;

import io.tweestap.optout.OptOut;
import io.tweestap.optout.OptOuts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An opt-out as the API shows it.
///
/// @param number masked
/// @param sender missing where it holds for all senders
record OptOutView(
    UUID id, String number, @Nullable String sender, String source, Instant createdAt) {
  static OptOutView of(OptOut optOut) {
    return new OptOutView(
        optOut.id(),
        optOut.number(),
        optOut.sender().equals(OptOuts.ALL_SENDERS) ? null : optOut.sender(),
        optOut.source(),
        optOut.createdAt());
  }
}
