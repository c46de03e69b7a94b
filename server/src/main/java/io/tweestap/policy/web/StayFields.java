package io.tweestap.policy.web;

import io.tweestap.policy.Profile;
import io.tweestap.policy.SessionLimits;
import io.tweestap.policy.Stay;
import io.tweestap.shared.web.Fields;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads how long a login lasts and a browser is remembered. What is longer than an assurance level
/// allows is refused with the source named (SES-1 to SES-3, SES-7), not cut in silence.
record StayFields(
    @Nullable Integer stayLoggedInSeconds,
    @Nullable Integer idleSeconds,
    @Nullable Integer rememberBrowserDays,
    Optional<Profile> profile) {
  private static final int LEAST_SECONDS = 60;
  private static final int REMEMBER_MAX = 365;

  Stay read() {
    SessionLimits cap = profile.orElse(Profile.AAL1).cap();
    Optional<Integer> remember =
        Values.number("remember_browser_days", rememberBrowserDays, 0, REMEMBER_MAX);
    if (profile.filter(level -> !level.remembersBrowsers()).isPresent()
        && remember.filter(days -> days > 0).isPresent()) {
      throw Fields.invalid(
          "remember_browser_days",
          "must be 0 with this profile (NIST SP 800-63B-4 section 5.1: what is remembered does"
              + " not take the place of a factor)");
    }
    return new Stay(
        time("stay_logged_in_seconds", stayLoggedInSeconds, cap.stayLoggedIn()),
        time("idle_seconds", idleSeconds, cap.idle()),
        remember.map(Duration::ofDays),
        profile);
  }

  private Optional<Duration> time(String field, @Nullable Integer seconds, Duration cap) {
    if (seconds != null && (seconds < LEAST_SECONDS || seconds > cap.toSeconds())) {
      throw Fields.invalid(
          field,
          "must be from " + LEAST_SECONDS + " to " + cap.toSeconds() + " (" + source() + ")");
    }
    return Optional.ofNullable(seconds).map(Duration::ofSeconds);
  }

  private String source() {
    return switch (profile.orElse(Profile.AAL1)) {
      case AAL1 -> "NIST SP 800-63B-4 section 2.1.3";
      case AAL2 -> "NIST SP 800-63B-4 section 2.2.3";
      case AAL3 -> "NIST SP 800-63B-4 section 2.3.3";
    };
  }
}
