package io.tweestap.client.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What goes first when not everything can leave at once.
///
/// - `code`: somebody waits for it; before all others. Needs the scope `messages:code`
/// - `service`: about what somebody ordered or asked
/// - `marketing`: everything else. Needs the scope `messages:marketing`
public enum MessagePriority {
  CODE,
  SERVICE,
  MARKETING,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
