package io.tweestap.client.inbound;

import org.jspecify.annotations.Nullable;

/// Which messages in go where. A message must meet all conditions; a rule without any takes all.
///
/// @param number your number that it was sent to
/// @param keyword its first word, in any case
/// @param pattern regular expression of RE2 that is found somewhere in it, in any case
/// @param to where it goes
/// @param address the mail address; with `mail`, and only with it
public record InboundRule(
    @Nullable String number,
    @Nullable String keyword,
    @Nullable String pattern,
    InboundTarget to,
    @Nullable String address) {
  /// Takes all messages.
  public static InboundRule to(InboundTarget target) {
    return new InboundRule(null, null, null, target, null);
  }

  /// Takes all messages and sends them to a mail address.
  public static InboundRule mail(String address) {
    return new InboundRule(null, null, null, InboundTarget.MAIL, address);
  }

  /// The same for messages to this number of yours only.
  public InboundRule number(String number) {
    return new InboundRule(number, keyword, pattern, to, address);
  }

  /// The same for messages whose first word is this only.
  public InboundRule keyword(String keyword) {
    return new InboundRule(number, keyword, pattern, to, address);
  }

  /// The same for messages only in which this expression is found.
  public InboundRule pattern(String pattern) {
    return new InboundRule(number, keyword, pattern, to, address);
  }
}
