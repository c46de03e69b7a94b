package io.tweestap.spring;

import org.springframework.security.core.AuthenticationException;

/// The second step did not let the user in. The message is for a log, not for the user.
public class SecondStepException extends AuthenticationException {
  private static final long serialVersionUID = 1;

  private final boolean refused;

  SecondStepException(String message) {
    this(message, false);
  }

  SecondStepException(String message, boolean refused) {
    super(message);
    this.refused = refused;
  }

  /// Whether the policies let this user in at no second step at all, as after a suspension. Else it
  /// was given up, failed or was over, and the user may begin again.
  public boolean isRefused() {
    return refused;
  }
}
