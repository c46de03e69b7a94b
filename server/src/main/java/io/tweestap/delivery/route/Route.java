package io.tweestap.delivery.route;

import io.tweestap.delivery.learn.Learned;
import java.util.Optional;

/// The carrier that gets a message next, and why it and no other.
///
/// @param carrier its [Carrier#name]; empty while there is none for the channel
/// @param reason for people: `rank`, `rank, since duif is down`; no recipient and no text in it
/// @param learned what learning says to it; only with the first route of a message
public record Route(String carrier, String reason, Optional<Learned> learned) {
  /// One that learning said nothing to.
  public Route(String carrier, String reason) {
    this(carrier, reason, Optional.empty());
  }

  /// No carrier serves the channel; the message waits for one.
  static final Route NONE = new Route("", "no carrier serves the channel");
}
