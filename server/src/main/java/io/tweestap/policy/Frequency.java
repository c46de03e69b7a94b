package io.tweestap.policy;

/// How often the second step is asked of somebody who holds a factor. A risky login, a payment, a
/// password reset and a new device are asked for in any case.
public sealed interface Frequency {
  /// At every new login.
  record EveryLogin() implements Frequency {}

  /// Once in this many days on each remembered browser; on any other browser every time.
  ///
  /// @param days of 24 hours, 1 to 365
  record PerBrowser(int days) implements Frequency {
    public static final int DAYS_MAX = 365;

    public PerBrowser {
      if (days < 1 || days > DAYS_MAX) {
        throw new IllegalArgumentException("1 to 365 days");
      }
    }
  }

  /// Only when the login looks risky, or when no factor was ever proven.
  record ByRisk() implements Frequency {}
}
