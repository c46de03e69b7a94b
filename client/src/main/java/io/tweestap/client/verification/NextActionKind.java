package io.tweestap.client.verification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What an application can do with a verification that is pending.
///
/// - `check`: compare what the person typed
/// - `resend`: have a new code sent, by the channel that is named
public enum NextActionKind {
  CHECK,
  RESEND,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
