package io.tweestap.optout.web;

import io.tweestap.optout.OptOuts;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/opt-outs`. `toString` shows no number.
///
/// @param sender missing: no sender is to send any more
record OptOutBody(@Nullable String number, @Nullable String sender) {
  private static final String SENDER = "[0-9]{3,8}|\\+[1-9][0-9]{6,14}";

  PhoneNumber readNumber() {
    try {
      return new PhoneNumber(Fields.required("number", number));
    } catch (IllegalArgumentException _) {
      throw Fields.invalid("number", "must have + and the country code, as in +31612345678");
    }
  }

  String readSender() {
    if (sender == null) {
      return OptOuts.ALL_SENDERS;
    }
    if (!sender.matches(SENDER)) {
      throw Fields.invalid("sender", "must be a number of yours, as in +31850601234 or 28849");
    }
    return sender;
  }

  @Override
  public String toString() {
    return "OptOutBody[]";
  }
}
