package io.tweestap.client.message;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Messages that are kept safely and on their way.
///
/// @param batchId Names the messages of this request together
/// @param smsParts Parts of all of them together; each is paid for
/// @param messages In the order of the recipients
public record AcceptedMessages(UUID batchId, int smsParts, List<AcceptedMessage> messages) {
  /// A message that was accepted.
  ///
  /// @param to The recipient, masked
  /// @param reference Your own name for it
  /// @param smsParts Parts that it is sent in
  /// @param test Whether it is for a test number, which nothing is sent to
  public record AcceptedMessage(
      UUID id, String to, @Nullable String reference, int smsParts, boolean test) {}
}
