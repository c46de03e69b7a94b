package io.tweestap.client.login;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a login is. All but `pending` are final.
///
/// - `pending`: something is still asked for; `next` says what
/// - `passed`: all that was asked for was shown
/// - `failed`: too many wrong answers
/// - `refused`: the policy allows no login
/// - `canceled`: your application took it back, or the user was suspended, closed or disconnected
/// - `expired`: the time was over
/// - `details_changed`: an answer came with another amount or payee
public enum LoginState {
  PENDING,
  PASSED,
  FAILED,
  REFUSED,
  CANCELED,
  EXPIRED,
  DETAILS_CHANGED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
