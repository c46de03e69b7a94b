package io.tweestap.policy;

import java.time.Duration;

/// How long a login lasts.
///
/// @param stayLoggedIn from the login, whatever is done meanwhile
/// @param idle without any activity, at most `stayLoggedIn`
public record SessionLimits(Duration stayLoggedIn, Duration idle) {
  /// The longest that any policy may allow (SES-1: NIST SP 800-63B-4 section 2.1.3).
  public static final Duration LONGEST = Duration.ofDays(30);

  /// What holds where no policy says anything (SES-2: section 2.2.3).
  public static final SessionLimits USUAL =
      new SessionLimits(Duration.ofHours(24), Duration.ofHours(1));

  public SessionLimits {
    if (stayLoggedIn.isZero()
        || stayLoggedIn.isNegative()
        || stayLoggedIn.compareTo(LONGEST) > 0
        || idle.isZero()
        || idle.isNegative()) {
      throw new IllegalArgumentException("more than nothing, at most 30 days");
    }
    idle = idle.compareTo(stayLoggedIn) > 0 ? stayLoggedIn : idle;
  }
}
