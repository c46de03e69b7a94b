package io.tweestap.delivery.courier;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.DeliveryProperties;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.receipt.PollReceipts;
import io.tweestap.delivery.route.RouteQuery;
import io.tweestap.delivery.route.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// What follows when a carrier took a message: whether it is kept for others, in case that this one
/// loses it or is silent, and for how long.
@Component
@EnableConfigurationProperties(DeliveryProperties.class)
class JudgeTaken {
  private final Routes routes;
  private final DeliveryProperties properties;
  private final Clock clock;

  JudgeTaken(Routes routes, DeliveryProperties properties, Clock clock) {
    this.routes = routes;
    this.properties = properties;
    this.clock = clock;
  }

  /// By the first carrier.
  AttemptResult first(Carrier carrier, Claimed message, HandOver.Accepted accepted) {
    Instant now = clock.instant();
    if (!carrier.givesReceipts() || accepted.carrierMessageIds().isEmpty()) {
      return result(carrier, message, accepted, now, null, 0);
    }
    boolean byDefault = properties.resendLost().includes(message.priority());
    boolean follow = routes.mayFollow(RouteQuery.of(message), byDefault);
    Instant silent = secondAt(message, now);
    return result(
        carrier,
        message,
        accepted,
        now,
        silent == null && follow ? message.expiresAt() : silent,
        follow ? properties.carriersMax() - 1 : 0);
  }

  /// By a further one: who may follow was decided with the first.
  AttemptResult further(Carrier carrier, Claimed message, HandOver.Accepted accepted) {
    return result(carrier, message, accepted, clock.instant(), null, 0);
  }

  private static AttemptResult result(
      Carrier carrier,
      Claimed message,
      HandOver.Accepted accepted,
      Instant now,
      @Nullable Instant secondAt,
      int carriersLeft) {
    return new AttemptResult(
        message,
        MessageState.ACCEPTED,
        now,
        carrier.name(),
        accepted.carrierMessageIds(),
        accepted.state(),
        accepted.parts(),
        accepted.price(),
        carrier.asksForReceipts() ? now.plus(PollReceipts.FIRST) : null,
        TryOutcome.ACCEPTED,
        null,
        null,
        secondAt,
        carriersLeft);
  }

  /// When another carrier gets it too, unless receipts end it before.
  private @Nullable Instant secondAt(Claimed message, Instant now) {
    Duration patience = properties.noReceiptAfter();
    if (patience == null
        || !properties.noReceiptFor().includes(message.priority())
        || routes.inOrder(message.channel()).size() < 2) {
      return null;
    }
    Instant at = now.plus(patience);
    return at.isBefore(message.expiresAt()) ? at : null;
  }
}
