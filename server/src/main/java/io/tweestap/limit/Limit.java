package io.tweestap.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every limit, in one list. `capacity` may be used at once; it refills evenly over `period`. All
/// fail closed: when the database cannot count, nothing is sent.
///
/// Sources: NIST SP 800-63B-4 3.1.3.2, ASVS 6.6.3 and 6.6.4 (OOB-13).
public enum Limit {
  /// Messages to one phone number or mail address.
  SENDS_PER_ADDRESS_HOUR(10, Duration.ofHours(1)),
  SENDS_PER_ADDRESS_DAY(20, Duration.ofDays(1)),
  /// Messages to numbers that differ only in their last four digits: a pumped block of numbers.
  SENDS_PER_PREFIX_HOUR(100, Duration.ofHours(1)),
  /// Messages that one visitor causes, by the IP address that the application passes on.
  SENDS_PER_SOURCE_HOUR(30, Duration.ofHours(1)),
  /// All messages of a tenant: the cost ceiling of a day.
  SENDS_PER_TENANT_DAY(20_000, Duration.ofDays(1)),
  /// Messages that applications of a tenant write themselves: the cost ceiling of a day.
  MESSAGES_PER_TENANT_DAY(100_000, Duration.ofDays(1)),
  /// Wrong answers to factors from one IP address, over all users of a tenant.
  FAILURES_PER_SOURCE_HOUR(100, Duration.ofHours(1)),
  /// Wrong app passwords for one user: more than one a minute, so that a forgotten phone that tries
  /// an old one every minute does not stop its user's other devices.
  APP_PASSWORD_FAILURES_PER_USER_HOUR(120, Duration.ofHours(1)),
  /// Wrong app passwords from one source; a whole office may be behind it.
  APP_PASSWORD_FAILURES_PER_SOURCE_HOUR(600, Duration.ofHours(1));

  private final int capacity;
  private final Duration period;

  Limit(int capacity, Duration period) {
    this.capacity = capacity;
    this.period = period;
  }

  /// How many are allowed per period by default.
  public int capacity() {
    return capacity;
  }

  public Duration period() {
    return period;
  }

  /// As it stands in settings and answers: `sends_per_address_hour`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Limit> of(String text) {
    return Arrays.stream(values()).filter(limit -> limit.text().equals(text)).findFirst();
  }
}
