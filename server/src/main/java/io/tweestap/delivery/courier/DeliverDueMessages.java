package io.tweestap.delivery.courier;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.Doorbell;
import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.jdbc.AttemptResult;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.Content;
import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.route.Route;
import io.tweestap.operations.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One message from the claim to its result: opened, handed to the carrier, recorded.
@Component
public class DeliverDueMessages {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverDueMessages.class);

  private final OutboxRows rows;
  private final AttemptRecord record;
  private final JudgeTry judge;
  private final Doorbell doorbell;

  DeliverDueMessages(OutboxRows rows, AttemptRecord record, JudgeTry judge, Doorbell doorbell) {
    this.rows = rows;
    this.record = record;
    this.judge = judge;
    this.doorbell = doorbell;
  }

  /// Hands one claimed message to the carrier and says what follows. An expired one is not sent,
  /// nor is one that may have been sent before and must not be twice.
  public AttemptResult attempt(Carrier carrier, Claimed message) {
    return judge
        .unasked(carrier, message)
        .orElseGet(() -> judge.judge(carrier, message, handOver(carrier, message)));
  }

  /// Records what an attempt came to; returns once it is durable.
  public void record(AttemptResult result) {
    record.write(result);
    Route next = result.route();
    if (next != null) {
      doorbell.ring(next.carrier());
    }
  }

  /// What the carrier says to a message.
  public HandOver handOver(Carrier carrier, Claimed message) {
    HandOver answer = ask(carrier, message);
    Tally.TRIES.add(carrier.name(), TryOutcome.of(answer).text());
    return answer;
  }

  private HandOver ask(Carrier carrier, Claimed message) {
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
}
