package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.MessageRecord;

/// The answer to whoever takes a message back, or what its record says of people.
public sealed interface RecallOutcome {
  /// It is so, now or since an earlier call.
  record Done(MessageRecord message) implements RecallOutcome {}

  /// A node hands it over at this moment, or it is over otherwise: the state says how.
  record TooLate(MessageState state) implements RecallOutcome {}

  /// It still waits to be sent, so its recipient is needed.
  record TooEarly() implements RecallOutcome {}

  /// It belongs to something else, such as a verification, by which it is withdrawn.
  record NotByClient() implements RecallOutcome {}

  /// The tenant has no such message.
  record NotFound() implements RecallOutcome {}
}
