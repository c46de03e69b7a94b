package io.tweestap.risk;

import org.springframework.dao.TransientDataAccessException;

/// The fraud guard cannot count, so nothing may be sent.
public final class GuardDownException extends TransientDataAccessException {
  private static final long serialVersionUID = 1;

  GuardDownException(RuntimeException cause) {
    super("the fraud guard cannot count", cause);
  }
}
