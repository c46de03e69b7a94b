package io.tweestap.verification;

import io.tweestap.shared.Channel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What a code is for. It decides how long the code may live and whether mail may carry it.
///
/// Sources: NIST SP 800-63B-4 3.1.3.2 (10 minutes for authentication), 4.1.2.2 (binding) and
/// 4.2.1.2 (recovery: 10 minutes by phone, 24 hours by mail); ASVS 6.5.5 and 6.4.1. See VAL-1 to
/// VAL-4.
public enum Purpose {
  /// The second step of a login.
  LOGIN(Kind.FACTOR),
  /// The confirmation of a payment or another transaction whose details stand in the message.
  TRANSACTION(Kind.FACTOR),
  /// Tying a phone to an account.
  BINDING(Kind.FACTOR),
  /// Proving that an address is reachable.
  CONTACT(Kind.ADDRESS),
  /// Proving an address while signing up.
  REGISTRATION(Kind.ADDRESS),
  /// The way back into an account.
  RECOVERY(Kind.RECOVERY);

  /// No code of any purpose lives longer than this, long-lived codes switched on or not.
  public static final Duration LONGEST = Duration.ofHours(48);

  /// No code lives shorter than this: nobody could type it.
  public static final Duration SHORTEST = Duration.ofSeconds(30);

  private final Kind kind;

  Purpose(Kind kind) {
    this.kind = kind;
  }

  /// As it stands in the API and the database: `login`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> of(String text) {
    for (Purpose purpose : values()) {
      if (purpose.text().equals(text)) {
        return Optional.of(purpose);
      }
    }
    return Optional.empty();
  }

  /// Whether a code of this purpose may go over the channel. Mail never carries a code that counts
  /// as a factor (OOB-7, BND-4).
  public boolean allows(Channel channel) {
    return kind != Kind.FACTOR || channel.isPhone();
  }

  /// How long a code lives when nobody says otherwise (VAL-3).
  public Duration defaultTtl(Channel channel) {
    return switch (kind) {
      case FACTOR -> Duration.ofMinutes(5);
      case ADDRESS -> Duration.ofMinutes(10);
      case RECOVERY -> channel.isPhone() ? Duration.ofMinutes(10) : Duration.ofHours(1);
    };
  }

  /// How long a code may live at most.
  ///
  /// @param longLived whether the tenant switched on long-lived codes
  public Duration maxTtl(Channel channel, boolean longLived) {
    if (longLived) {
      return LONGEST;
    }
    return switch (kind) {
      case FACTOR -> Duration.ofMinutes(10);
      case ADDRESS -> LONGEST;
      case RECOVERY -> channel.isPhone() ? Duration.ofMinutes(10) : Duration.ofHours(24);
    };
  }

  /// Where the cap comes from, for the error that names it.
  public String capSource() {
    return switch (kind) {
      case FACTOR -> "NIST SP 800-63B-4 section 3.1.3.2 and OWASP ASVS 6.5.5";
      case ADDRESS -> "Tweestap's rule for contact codes (VAL-2)";
      case RECOVERY -> "NIST SP 800-63B-4 section 4.2.1.2";
    };
  }

  private enum Kind {
    FACTOR,
    ADDRESS,
    RECOVERY
  }
}
