package io.tweestap.client.webhook;

/// Whether what arrived is from Tweestap.
public sealed interface Received {
  /// It is. Answer 2xx within ten seconds, and do longer work afterwards.
  record Genuine(Notice notice) implements Received {}

  /// It is not, or was changed on the way, or is an old one sent again. Answer 4xx and do nothing.
  ///
  /// @param reason for a log
  record Forged(String reason) implements Received {}
}
