package io.tweestap.client.verification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// Where a step of a workflow is.
///
/// - `waiting`: its turn has not come yet
/// - `sent`: its code was sent
/// - `skipped`: nothing could be sent by it
/// - `canceled`: the verification was over before its turn came, or what stopped the step before
///   would stop it too
public enum WorkflowStepState {
  WAITING,
  SENT,
  SKIPPED,
  CANCELED,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
