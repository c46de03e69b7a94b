package io.tweestap.client.audit;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// How it ended:
/// - `success`: it was done.
/// - `failure`: it was tried and was wrong, such as a code that does not fit.
/// - `refused`: it was not allowed, whatever was given.
public enum AuditResult {
  SUCCESS,
  FAILURE,
  REFUSED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
