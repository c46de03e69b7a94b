package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.Content;
import io.tweestap.delivery.jdbc.OutboxRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One message from the claim to its result: opened, handed to the carrier, recorded.
@Component
class DeliverDueMessages {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverDueMessages.class);

  private final OutboxRows rows;
  private final AttemptRecord record;
  private final Backoff backoff;
  private final Clock clock;

  DeliverDueMessages(OutboxRows rows, AttemptRecord record, Backoff backoff, Clock clock) {
    this.rows = rows;
    this.record = record;
    this.backoff = backoff;
    this.clock = clock;
  }

  /// Hands one claimed message to the carrier and records the result. An expired one is not sent.
  void deliver(Carrier carrier, Claimed message) {
    Instant now = clock.instant();
    AttemptResult result =
        message.expiresAt().isAfter(now)
            ? result(carrier, message, handOver(carrier, message))
            : unsent(
                carrier,
                message,
                MessageState.EXPIRED,
                now,
                TryOutcome.EXPIRED,
                "its life ended before it could be sent");
    record.write(result);
  }

  private HandOver handOver(Carrier carrier, Claimed message) {
    try {
      return carrier.send(open(message));
    } catch (RuntimeException e) {
      LOG.warn("carrier {} failed on message {}: {}", carrier.name(), message.id(), place(e));
      return new HandOver.Failed(FailureClass.RETRY, "the carrier failed unexpectedly");
    }
  }

  /// Kind and place of a failure. Its own words might quote the recipient or the text.
  private static String place(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private OutgoingMessage open(Claimed message) {
    Content content = rows.content(message);
    return new OutgoingMessage(
        message.tenant(),
        message.id(),
        message.channel(),
        rows.recipient(message),
        message.sender(),
        content.subject(),
        content.text(),
        message.locale(),
        message.attempt(),
        message.expiresAt());
  }

  private AttemptResult result(Carrier carrier, Claimed message, HandOver answer) {
    return switch (answer) {
      case HandOver.Accepted accepted -> accepted(carrier, message, accepted);
      case HandOver.Failed failed -> failed(carrier, message, failed);
      case HandOver.Unknown(String reason) ->
          again(
              carrier,
              message,
              TryOutcome.NO_ANSWER,
              "outcome unknown: " + reason,
              Optional.empty());
    };
  }

  private AttemptResult accepted(Carrier carrier, Claimed message, HandOver.Accepted accepted) {
    return new AttemptResult(
        message,
        MessageState.ACCEPTED,
        clock.instant(),
        carrier.name(),
        accepted.carrierMessageIds(),
        accepted.state(),
        accepted.parts(),
        accepted.price(),
        carrier.asksForReceipts() ? clock.instant().plus(PollReceipts.FIRST) : null,
        TryOutcome.ACCEPTED,
        null);
  }

  private AttemptResult failed(Carrier carrier, Claimed message, HandOver.Failed failed) {
    TryOutcome outcome = TryOutcome.of(failed.kind());
    return switch (failed.kind()) {
      case FRAUD, REJECTED, WRONG_TRANSPORT ->
          unsent(carrier, message, MessageState.FAILED, clock.instant(), outcome, failed.reason());
      case RETRY, UNAVAILABLE -> again(carrier, message, outcome, failed.reason(), failed.after());
    };
  }

  /// Another try inside the message's life, or the end of it.
  private AttemptResult again(
      Carrier carrier,
      Claimed message,
      TryOutcome outcome,
      String reason,
      Optional<Duration> asked) {
    Duration wait = asked.map(Backoff::bounded).orElseGet(() -> backoff.after(message.attempt()));
    Instant now = clock.instant();
    Instant next = now.plus(wait);
    if (message.attempt() >= Backoff.ATTEMPTS_MAX) {
      String words = "tried too often: " + reason;
      return unsent(carrier, message, MessageState.FAILED, now, outcome, words);
    }
    if (!next.isBefore(message.expiresAt())) {
      String words = "no time for another try: " + reason;
      return unsent(carrier, message, MessageState.EXPIRED, now, outcome, words);
    }
    return unsent(carrier, message, MessageState.QUEUED, next, outcome, reason);
  }

  private static AttemptResult unsent(
      Carrier carrier,
      Claimed message,
      MessageState state,
      Instant next,
      TryOutcome outcome,
      String reason) {
    return new AttemptResult(
        message,
        state,
        next,
        carrier.name(),
        List.of(),
        Optional.empty(),
        0,
        Optional.empty(),
        null,
        outcome,
        reason);
  }
}
