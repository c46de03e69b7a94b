package io.tweestap.policy.forecast;

import io.tweestap.policy.Decision;
import java.util.Locale;

/// What would happen to a user at a login on a browser that nobody remembers.
public enum ForecastOutcome {
  /// Logs in without a second step.
  PASS,
  /// Proves a factor that is there.
  CHALLENGE,
  /// Logs in and is offered enrollment.
  ENROLL_OFFERED,
  /// Does not get in before a factor is set up.
  ENROLL_REQUIRED,
  /// Does not get in.
  REFUSED;

  /// What a decision comes to.
  public static ForecastOutcome of(Decision decision) {
    return switch (decision) {
      case Decision.Pass _ -> PASS;
      case Decision.Challenge _ -> CHALLENGE;
      case Decision.Enroll enroll -> enroll.required() ? ENROLL_REQUIRED : ENROLL_OFFERED;
      case Decision.Refuse _ -> REFUSED;
    };
  }

  /// As it stands in the API: `enroll_required`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
