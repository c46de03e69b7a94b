package io.tweestap.login.enroll;

import io.tweestap.limit.Limit;
import io.tweestap.login.LoginState;
import io.tweestap.login.Step;
import io.tweestap.shared.Channel;
import java.time.Duration;
import java.time.Instant;

/// The answer to the wish for a code to one of the user's addresses.
public sealed interface ProofOutcome {
  /// It is on its way.
  ///
  /// @param to the masked address
  /// @param nextSendAt from when on another can be sent
  record Sent(Channel channel, String to, Instant nextSendAt, Instant expiresAt)
      implements ProofOutcome {}

  /// Nothing is sent: staff hand the code out.
  record AskStaff() implements ProofOutcome {}

  /// The user has no proven address that would do, or not the one that was named.
  record NoAddress() implements ProofOutcome {}

  /// The last one was sent a moment ago, or a limit is used up.
  record TooMany(Duration retryAfter) implements ProofOutcome {}

  /// A limit on sending is used up.
  record RateLimited(Limit limit, Duration retryAfter) implements ProofOutcome {}

  /// It cannot be sent.
  ///
  /// @param reason a stable word, such as `channel_not_available`
  record NotPossible(String reason) implements ProofOutcome {}

  /// The login asks for something else.
  record NotNow(Step next) implements ProofOutcome {}

  /// The login is over.
  record Over(LoginState state) implements ProofOutcome {}

  /// The tenant has no such login.
  record NotFound() implements ProofOutcome {}
}
