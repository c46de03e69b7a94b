package io.tweestap.delivery;

/// The carrier that gets a message next, and why it and no other.
///
/// @param carrier its [Carrier#name]; empty while there is none for the channel
/// @param reason for people: `rank`, `rank, since duif is down`; no recipient and no text in it
public record Route(String carrier, String reason) {
  /// No carrier serves the channel; the message waits for one.
  static final Route NONE = new Route("", "no carrier serves the channel");
}
