package io.tweestap.risk;

import io.tweestap.risk.jdbc.VelocityRows.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The answer of the fraud guard to messages that an application wants to send.
public sealed interface MessageVerdict {
  /// They may be sent, and were counted as sent.
  ///
  /// @param counted empty where nothing is counted
  record Allowed(Optional<Counts> counted) implements MessageVerdict {}

  /// They must not be sent; they were not counted.
  ///
  /// @param recipients those that are held back by their place in the question, and for how long in
  ///   whole seconds
  record Held(Map<Integer, Duration> recipients) implements MessageVerdict {}

  /// What was counted, and when.
  record Counts(Asked asked, Instant at) {}
}
