package io.tweestap.client.verification;

import java.time.Duration;

/// What came of starting a verification.
public sealed interface StartOutcome {
  /// Code and message are kept safely; the message leaves a moment later.
  record Started(Verification verification) implements StartOutcome {}

  /// No code goes to this recipient: ask the person for another one.
  ///
  /// @param code `invalid_number`, `invalid_address`, `country_not_allowed`,
  ///   `number_type_not_allowed` or `sender_not_allowed`
  /// @param detail what is wrong with it, as a sentence
  record BadRecipient(String code, String detail) implements StartOutcome {}

  /// No carrier is set up for this channel: use another one.
  record ChannelNotAvailable() implements StartOutcome {}

  /// The fraud guard holds codes like this one back; nothing was sent.
  ///
  /// @param waitFor until it may be tried again
  record Blocked(Duration waitFor) implements StartOutcome {}

  /// Too many messages; nothing was sent.
  ///
  /// @param waitFor until it may be tried again
  /// @param limit which limit it was, such as `sends_per_address_hour`
  record RateLimited(Duration waitFor, String limit) implements StartOutcome {}

  /// The tenant's credit does not pay for it; nothing was sent, and nothing was charged.
  ///
  /// @param code `insufficient_credit`, `no_price` or `trial_restricted`
  /// @param detail what to do about it, as a sentence
  record Unpaid(String code, String detail) implements StartOutcome {}
}
