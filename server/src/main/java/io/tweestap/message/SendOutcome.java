package io.tweestap.message;

import io.tweestap.credit.Shortage;
import io.tweestap.limit.Limit;
import io.tweestap.shared.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The answer to a request to send. A refusal sent nothing, to nobody, and cost nothing.
public sealed interface SendOutcome {
  /// All messages are kept safely and on their way.
  ///
  /// @param batch names them together
  record Accepted(UUID batch, List<One> messages) implements SendOutcome {}

  /// One message of the batch, in the order of the recipients.
  ///
  /// @param to the recipient, masked
  /// @param parts SMS parts of its text
  /// @param test whether it is for a test number, which nothing is sent to
  record One(UUID id, String to, Optional<String> reference, int parts, boolean test) {}

  /// Something is wrong with these recipients.
  ///
  /// @param refusals one or more, by index
  record Refused(List<Refusal> refusals) implements SendOutcome {}

  /// @param index of the recipient in the request, from 0
  record Refusal(int index, Fault fault) {}

  /// There is no such template.
  record NoTemplate(String name) implements SendOutcome {}

  /// No carrier serves the channel here.
  record ChannelNotAvailable(Channel channel) implements SendOutcome {}

  /// A limit is used up, or smaller than the batch.
  record RateLimited(Limit limit, Duration retryAfter) implements SendOutcome {}

  /// The tenant's credit does not pay for them.
  record Unpaid(Shortage why) implements SendOutcome {}
}
