package io.tweestap.optout;

import io.tweestap.shared.PhoneNumber;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Who of some recipients wants nothing, and from whom. `toString` shows no number.
///
/// A name cannot be answered to, so whoever said STOP to any number of the tenant gets nothing from
/// its names either. From another number it still does: that may be another service.
///
/// @param senders by the recipient's number
public record OptedOut(Map<PhoneNumber, Set<String>> senders) {
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

  public OptedOut {
    senders = Map.copyOf(senders);
  }

  /// Nobody.
  public static OptedOut nobody() {
    return new OptedOut(Map.of());
  }

  /// Whether a recipient wants nothing from this sender.
  public boolean has(PhoneNumber recipient, String sender) {
    Set<String> said = senders.getOrDefault(recipient, Set.of());
    return said.contains(OptOuts.ALL_SENDERS)
        || said.contains(sender)
        || (!said.isEmpty() && !NUMBER.matcher(sender).matches());
  }

  @Override
  public String toString() {
    return "OptedOut[" + senders.size() + "]";
  }
}
