package io.tweestap.optout;

import java.time.Instant;
import java.util.UUID;

/// Somebody who wants no messages. `toString` shows no number.
///
/// @param number masked
/// @param sender own number that is not to send any more; [OptOuts#ALL_SENDERS] for all
/// @param source `message`: said by STOP; `client`: entered by hand
public record OptOut(UUID id, String number, String sender, String source, Instant createdAt) {
  @Override
  public String toString() {
    return "OptOut[" + id + "]";
  }
}
