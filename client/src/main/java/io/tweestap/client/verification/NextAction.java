package io.tweestap.client.verification;

import io.tweestap.client.Channel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What can be done next, and when.
///
/// @param action what it is
/// @param channel of a resend; missing for others
/// @param inSeconds how long to wait before that, from the moment of the answer. 0: now.
public record NextAction(NextActionKind action, @Nullable Channel channel, int inSeconds) {
  /// How long to wait before that; zero: now.
  public Duration in() {
    return Duration.ofSeconds(inSeconds);
  }
}
