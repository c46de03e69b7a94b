package io.tweestap.verification;

import io.tweestap.shared.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What must be right before the fraud guard and the limits are asked for one more send, in the
/// order of the questions. Whether a send is possible and what an application is told of that come
/// from here.
@Component
class ResendRules {
  private final CodeMessages messages;
  private final Clock clock;

  ResendRules(CodeMessages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// Why no code can be sent by a channel now; empty where one can.
  Optional<ResendOutcome> refusal(Verification verification, Channel by) {
    if (verification.state() != State.PENDING) {
      return Optional.of(new ResendOutcome.Finished(verification.state()));
    }
    boolean sameKindOfAddress = by.isPhone() == verification.channel().isPhone();
    if (!sameKindOfAddress || !verification.purpose().allows(by)) {
      return Optional.of(new ResendOutcome.ChannelNotAllowed(verification.purpose(), by));
    }
    if (!messages.serves(by)) {
      return Optional.of(new ResendOutcome.ChannelNotAvailable(by));
    }
    if (verification.sendsUsed() >= verification.sendsMax()) {
      return Optional.of(new ResendOutcome.TooManySends());
    }
    Instant now = clock.instant();
    return verification.nextSendAt().isAfter(now)
        ? Optional.of(new ResendOutcome.TooEarly(wait(now, verification.nextSendAt())))
        : Optional.empty();
  }

  /// In whole seconds, rounded up: whoever waits that long is not too early.
  static Duration wait(Instant now, Instant until) {
    return Duration.ofSeconds(Duration.between(now, until).plusNanos(999_999_999).toSeconds());
  }
}
