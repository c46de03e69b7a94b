package io.tweestap.verification;

import io.tweestap.credit.Shortage;
import io.tweestap.limit.Limit;
import io.tweestap.shared.Channel;
import java.time.Duration;
import java.time.Instant;

/// The answer to a resend. Whatever it is, checks that were used stay used.
public sealed interface ResendOutcome {
  /// A new code is on its way; the old one is void.
  ///
  /// @param resendFrom as in [StartOutcome.Started]
  record Resent(Verification verification, int parts, Instant resendFrom)
      implements ResendOutcome {}

  /// The last code was sent a moment ago.
  record TooEarly(Duration retryAfter) implements ResendOutcome {}

  /// All allowed sends were used.
  record TooManySends() implements ResendOutcome {}

  /// It is over: the state says why.
  record Finished(State state) implements ResendOutcome {}

  /// The channel does not fit the address or the purpose.
  record ChannelNotAllowed(Purpose purpose, Channel channel) implements ResendOutcome {}

  /// No carrier serves the channel here.
  record ChannelNotAvailable(Channel channel) implements ResendOutcome {}

  /// The fraud guard holds it back.
  record Blocked(Duration retryAfter) implements ResendOutcome {}

  /// A limit is used up.
  record RateLimited(Limit limit, Duration retryAfter) implements ResendOutcome {}

  /// The tenant's credit does not pay for it.
  record Unpaid(Shortage why) implements ResendOutcome {}

  /// The tenant has no such verification.
  record NotFound() implements ResendOutcome {}
}
