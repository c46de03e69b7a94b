package io.tweestap.delivery.smpp;

import io.tweestap.delivery.smpp.wire.Submission.Address;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// Senders and recipients as an operator wants them: type, plan and characters.
final class Addresses {
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+?([1-9][0-9]{6,14})");
  private static final Pattern RECIPIENT = Pattern.compile("\\+([1-9][0-9]{6,14})");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{1,6}");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x20-\\x7e]");

  /// So many characters does an alphanumeric sender have on the air: 11 septets (3GPP TS 23.040
  /// section 9.1.2.5).
  private static final int ALPHANUMERIC_MAX = 11;

  private final LinkSettings settings;

  Addresses(LinkSettings settings) {
    this.settings = settings;
  }

  /// Whom the message comes from. Letters with marks lose these; what is left of a name that is too
  /// long is its beginning. Without any character that can be sent, the operator chooses.
  Address source(String sender) {
    var number = INTERNATIONAL.matcher(sender);
    if (number.matches()) {
      return address(settings.international(), number.group(1));
    }
    if (SHORT_CODE.matcher(sender).matches()) {
      return address(settings.shortCode(), sender);
    }
    String plain =
        NOT_PLAIN.matcher(Normalizer.normalize(sender, Normalizer.Form.NFKD)).replaceAll("");
    String name = plain.substring(0, Math.min(plain.length(), ALPHANUMERIC_MAX)).strip();
    return name.isEmpty() ? Address.NONE : address(settings.alphanumeric(), name);
  }

  /// Whom it goes to, without the `+`; empty for what is no E.164 number.
  Optional<Address> destination(String recipient) {
    var number = RECIPIENT.matcher(recipient);
    return number.matches()
        ? Optional.of(address(settings.international(), number.group(1)))
        : Optional.empty();
  }

  private static Address address(String typeAndPlan, String text) {
    int slash = typeAndPlan.indexOf('/');
    return new Address(
        Integer.parseInt(typeAndPlan.substring(0, slash)),
        Integer.parseInt(typeAndPlan.substring(slash + 1)),
        text);
  }
}
