package io.tweestap.client.inbound;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a message in goes, beside the inbox, which has all of them.
///
/// - `webhook`: to the endpoints that listen for `message.received`
/// - `mail`: to a mail address
/// - `inbox`: nowhere else
public enum InboundTarget {
  WEBHOOK,
  MAIL,
  INBOX,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
