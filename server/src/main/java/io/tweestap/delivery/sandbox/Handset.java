package io.tweestap.delivery.sandbox;

import io.tweestap.shared.Channel;
import java.time.Instant;

/// A toy phone or mailbox that got something.
///
/// @param to the whole number or mail address
/// @param channel how its newest message came
/// @param newestAt when that was
record Handset(String to, Channel channel, Instant newestAt) {
  @Override
  public String toString() {
    return "Handset[" + channel + "]";
  }
}
