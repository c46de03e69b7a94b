package io.tweestap.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An assurance level of NIST SP 800-63B-4 that a policy keeps to, from the least to the strictest:
/// it caps the session, and at AAL2 and above no remembered browser takes the place of a factor
/// (SES-7).
public enum Profile {
  /// SES-1: 30 days.
  AAL1(new SessionLimits(Duration.ofDays(30), Duration.ofDays(30))),
  /// SES-2: 24 hours, 1 hour idle.
  AAL2(new SessionLimits(Duration.ofHours(24), Duration.ofHours(1))),
  /// SES-3: 12 hours, 15 minutes idle; only factors that resist phishing.
  AAL3(new SessionLimits(Duration.ofHours(12), Duration.ofMinutes(15)));

  private final SessionLimits cap;

  Profile(SessionLimits cap) {
    this.cap = cap;
  }

  /// The longest session.
  public SessionLimits cap() {
    return cap;
  }

  /// Whether a browser may be remembered in place of a factor.
  public boolean remembersBrowsers() {
    return this == AAL1;
  }

  /// As it stands in the API and the database: `aal2`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Profile> of(String text) {
    return Arrays.stream(values()).filter(profile -> profile.text().equals(text)).findFirst();
  }
}
