package io.tweestap.verification;

import io.tweestap.shared.Channel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What an application can do next with a verification that is pending.
///
/// @param channel of a resend; empty for others
/// @param in how long to wait before that, in whole seconds; zero: now
public record NextAction(Kind kind, Optional<Channel> channel, Duration in) {
  /// What it is.
  public enum Kind {
    /// Check what the person typed, at any time.
    CHECK,
    /// Have a new code sent.
    RESEND;

    /// As it stands in the API: `check`.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final NextAction CHECK = new NextAction(Kind.CHECK, Optional.empty(), Duration.ZERO);

  static NextAction resend(Channel channel, Duration in) {
    return new NextAction(Kind.RESEND, Optional.of(channel), in);
  }
}
