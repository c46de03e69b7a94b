package io.tweestap.inbound;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a message in goes, beside the inbox, which has all of them.
public enum InboundTarget {
  /// To the endpoints that listen for `message.received`.
  WEBHOOK,
  /// To a mail address.
  MAIL,
  /// Nowhere else.
  INBOX;

  /// As it stands in the API and the database: `mail`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<InboundTarget> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
