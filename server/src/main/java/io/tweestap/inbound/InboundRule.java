package io.tweestap.inbound;

import io.tweestap.shared.EmailAddress;
import java.util.Optional;

/// Which messages in go where. A message must meet all conditions; a rule without any takes all.
///
/// @param number own number that it was sent to
/// @param keyword its first word, in any case
/// @param pattern regular expression of RE2 that is found somewhere in it, in any case
/// @param address with [InboundTarget#MAIL], and only with it
public record InboundRule(
    Optional<String> number,
    Optional<String> keyword,
    Optional<String> pattern,
    InboundTarget to,
    Optional<EmailAddress> address) {
  public InboundRule {
    if ((to == InboundTarget.MAIL) != address.isPresent()) {
      throw new IllegalArgumentException("an address goes with mail and only with it");
    }
  }
}
