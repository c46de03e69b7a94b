package io.tweestap.policy;

import java.time.Duration;

/// What a decision allows once the login is through.
///
/// @param rememberFor how long this browser may be remembered; zero when it may not
public record Allowance(SessionLimits session, Duration rememberFor) {
  public Allowance {
    if (rememberFor.isNegative()) {
      throw new IllegalArgumentException("a time is not negative");
    }
  }
}
