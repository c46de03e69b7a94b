package io.tweestap.delivery.courier;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.DeliveryProperties;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.TryRecord;
import io.tweestap.delivery.route.Failover;
import io.tweestap.delivery.route.Route;
import io.tweestap.delivery.route.RouteQuery;
import io.tweestap.delivery.route.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What follows from a carrier's answer: the end of a message, or its next try, at which carrier
/// and when.
@Component
public class JudgeTry {
  /// Whoever asks for more patience than this is taken for unavailable.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Routes routes;
  private final JudgeTaken taken;
  private final Backoff backoff;
  private final DeliveryProperties properties;
  private final Clock clock;

  JudgeTry(
      Routes routes,
      JudgeTaken taken,
      Backoff backoff,
      DeliveryProperties properties,
      Clock clock) {
    this.routes = routes;
    this.taken = taken;
    this.backoff = backoff;
    this.properties = properties;
    this.clock = clock;
  }

  /// How a message ends whose carrier must not be asked: it is too old, or a node ended while it
  /// handed it over, and it must not go out twice. Empty where the carrier may be asked.
  Optional<AttemptResult> unasked(Carrier carrier, Claimed message) {
    if (!message.expiresAt().isAfter(clock.instant())) {
      return Optional.of(expired(carrier, message));
    }
    return message.isLeftOpen() && !properties.resendUnanswered().includes(message.priority())
        ? Optional.of(AttemptResult.notRepeated(message, clock.instant()))
        : Optional.empty();
  }

  private AttemptResult expired(Carrier carrier, Claimed message) {
    return AttemptResult.unsent(
        message,
        MessageState.EXPIRED,
        clock.instant(),
        carrier.name(),
        TryOutcome.EXPIRED,
        "its life ended before it could be sent");
  }

  /// A second try of a message that stays accepted, whatever this one comes to.
  public AttemptResult second(Carrier carrier, Claimed message, HandOver answer) {
    return switch (answer) {
      case HandOver.Accepted accepted -> taken.further(carrier, message, accepted);
      case HandOver.Failed failed ->
          over(
              carrier,
              message,
              MessageState.ACCEPTED,
              TryOutcome.of(failed.kind()),
              failed.reason());
      case HandOver.Unknown(String reason) ->
          over(
              carrier,
              message,
              MessageState.ACCEPTED,
              TryOutcome.NO_ANSWER,
              "outcome unknown: " + reason);
    };
  }

  AttemptResult judge(Carrier carrier, Claimed message, HandOver answer) {
    return switch (answer) {
      case HandOver.Accepted accepted -> taken.first(carrier, message, accepted);
      case HandOver.Failed failed -> failed(carrier, message, failed);
      case HandOver.Unknown(String reason) ->
          unanswered(carrier, message, "outcome unknown: " + reason);
    };
  }

  private AttemptResult failed(Carrier carrier, Claimed message, HandOver.Failed failed) {
    TryOutcome outcome = TryOutcome.of(failed.kind());
    return switch (failed.kind()) {
      case FRAUD, REJECTED -> over(carrier, message, MessageState.FAILED, outcome, failed.reason());
      case WRONG_TRANSPORT, RETRY, UNAVAILABLE ->
          again(carrier, message, outcome, failed.reason(), failed.after());
    };
  }

  private AttemptResult unanswered(Carrier carrier, Claimed message, String reason) {
    return properties.resendUnanswered().includes(message.priority())
        ? again(carrier, message, TryOutcome.NO_ANSWER, reason, Optional.empty())
        : over(carrier, message, MessageState.FAILED, TryOutcome.NO_ANSWER, reason);
  }

  /// Another try inside the message's life, or the end of it.
  private AttemptResult again(
      Carrier carrier,
      Claimed message,
      TryOutcome outcome,
      String reason,
      Optional<Duration> asked) {
    List<TryRecord> tries = triesWith(carrier, message, outcome, asked);
    Optional<Route> route = routes.next(RouteQuery.of(message), tries);
    if (route.isEmpty()) {
      return over(carrier, message, MessageState.FAILED, outcome, reason);
    }
    if (message.attempt() >= Backoff.ATTEMPTS_MAX) {
      String words = "tried too often: " + reason;
      return over(carrier, message, MessageState.FAILED, outcome, words);
    }
    boolean elsewhere = !route.get().carrier().equals(carrier.name());
    Duration wait =
        elsewhere && Failover.isFresher(route.get().carrier(), carrier.name(), tries)
            ? Duration.ZERO
            : asked.map(Backoff::bounded).orElseGet(() -> backoff.after(message.attempt()));
    Instant next = clock.instant().plus(wait);
    if (!next.isBefore(message.expiresAt())) {
      String words = "no time for another try: " + reason;
      return over(carrier, message, MessageState.EXPIRED, outcome, words);
    }
    return AttemptResult.unsent(message, MessageState.QUEUED, next, carrier.name(), outcome, reason)
        .goingTo(route.get());
  }

  private List<TryRecord> triesWith(
      Carrier carrier, Claimed message, TryOutcome outcome, Optional<Duration> asked) {
    boolean tooLong = asked.filter(wait -> wait.compareTo(PATIENCE) > 0).isPresent();
    TryRecord last =
        new TryRecord(
            message.attempt(),
            carrier.name(),
            clock.instant(),
            tooLong && outcome == TryOutcome.RETRY ? TryOutcome.UNAVAILABLE : outcome,
            null,
            null);
    return Stream.concat(message.tries().stream(), Stream.of(last)).toList();
  }

  private AttemptResult over(
      Carrier carrier, Claimed message, MessageState state, TryOutcome outcome, String reason) {
    return AttemptResult.unsent(message, state, clock.instant(), carrier.name(), outcome, reason);
  }
}
