package io.tweestap.spring;

import org.springframework.security.core.AuthenticationException;

/// The second step did not let the user in. The message is for a log, not for the user.
public class SecondStepException extends AuthenticationException {
  private static final long serialVersionUID = 1;

  SecondStepException(String message) {
    super(message);
  }
}
