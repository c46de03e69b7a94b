package io.tweestap.client.message;

import java.time.Duration;
import java.util.List;

/// What came of a wish to send.
public sealed interface SendOutcome {
  /// All messages are kept safely and on their way.
  record Accepted(AcceptedMessages accepted) implements SendOutcome {}

  /// Nothing was sent to anybody, because of these recipients.
  ///
  /// @param failed how many; of a large number only the first hundred are in the list
  record BadRecipients(List<BadRecipient> errors, int failed) implements SendOutcome {}

  /// What is wrong with a recipient.
  ///
  /// @param index from 0 in the list; 0 for a single one
  /// @param code the problem's code: `invalid_number`, `duplicate_recipient`, ...
  /// @param detail what to do about it
  record BadRecipient(int index, String code, String detail) {}

  /// No carrier takes text messages on this installation.
  record ChannelNotAvailable() implements SendOutcome {}

  /// Too many messages; nothing was sent.
  ///
  /// @param waitFor until it may be tried again
  /// @param limit which limit it was
  record RateLimited(Duration waitFor, String limit) implements SendOutcome {}

  /// The tenant's credit does not pay for it; nothing was sent, and nothing was charged.
  ///
  /// @param code `insufficient_credit`, `no_price` or `trial_restricted`
  /// @param detail what to do about it, as a sentence
  record Unpaid(String code, String detail) implements SendOutcome {}
}
