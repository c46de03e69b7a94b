package io.tweestap.client.verification;

import java.time.Duration;

/// What came of asking for a new code.
public sealed interface ResendOutcome {
  /// It is on its way; the old one is void.
  record Sent(Verification verification) implements ResendOutcome {}

  /// One was sent a moment ago.
  record TooEarly(Duration waitFor) implements ResendOutcome {}

  /// The fraud guard holds codes like this one back; nothing was sent.
  ///
  /// @param waitFor until it may be tried again
  record Blocked(Duration waitFor) implements ResendOutcome {}

  /// Too many messages; nothing was sent.
  ///
  /// @param limit which limit it was
  record RateLimited(Duration waitFor, String limit) implements ResendOutcome {}

  /// A verification has five sends: start a new one.
  record TooManySends() implements ResendOutcome {}

  /// It is over.
  ///
  /// @param code how it ended: `already_used`, `expired`, `canceled`, `too_many_checks` or
  ///   `details_changed`
  record Over(String code) implements ResendOutcome {}

  /// No carrier is set up for this channel: use another one.
  record ChannelNotAvailable() implements ResendOutcome {}

  /// The tenant's credit does not pay for it; nothing was sent, and nothing was charged.
  ///
  /// @param code `insufficient_credit`, `no_price` or `trial_restricted`
  /// @param detail what to do about it, as a sentence
  record Unpaid(String code, String detail) implements ResendOutcome {}
}
