package io.tweestap.verification;

import io.tweestap.credit.Shortage;
import io.tweestap.limit.Limit;
import io.tweestap.shared.Channel;
import java.time.Duration;
import java.time.Instant;

/// The answer to a start. A refusal sent nothing and cost nothing.
public sealed interface StartOutcome {
  /// A code is on its way.
  ///
  /// @param parts SMS parts of the message; 0 where nothing is sent
  /// @param resendFrom from when guard and limits let a resend pass; the wait after a send is
  ///   another matter
  record Started(Verification verification, int parts, Instant resendFrom)
      implements StartOutcome {}

  /// A number that cannot be used, with the reason in words.
  record InvalidNumber(String reason) implements StartOutcome {}

  /// Not a mail address.
  record InvalidAddress() implements StartOutcome {}

  /// A premium-rate or shared-cost number.
  record CostlyNumber(String kind) implements StartOutcome {}

  /// A country that the tenant does not send to.
  record CountryNotAllowed(String country) implements StartOutcome {}

  /// Mail for a code that counts as a factor (OOB-7).
  record ChannelNotAllowed(Purpose purpose, Channel channel) implements StartOutcome {}

  /// No carrier serves the channel here.
  record ChannelNotAvailable(Channel channel) implements StartOutcome {}

  /// The code would live longer than its purpose allows.
  record TtlOverCap(Purpose purpose, Duration cap) implements StartOutcome {}

  /// The template does not exist in the language, or does not fit the purpose.
  record TemplateNotUsable(String reason) implements StartOutcome {}

  /// The country takes only senders that the tenant does not have.
  ///
  /// @param advice what to do, a sentence without its full stop
  record SenderNotAllowed(String country, String advice) implements StartOutcome {}

  /// The fraud guard holds it back.
  record Blocked(Duration retryAfter) implements StartOutcome {}

  /// A limit is used up.
  record RateLimited(Limit limit, Duration retryAfter) implements StartOutcome {}

  /// The tenant's credit does not pay for it.
  record Unpaid(Shortage why) implements StartOutcome {}
}
