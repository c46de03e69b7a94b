package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.Key;
import io.tweestap.delivery.jdbc.SecondTryRows;
import io.tweestap.delivery.jdbc.WithdrawRows;
import io.tweestap.operations.VoidOpen;
import java.util.List;
import org.springframework.stereotype.Component;

/// Withdraws what waits in a restored outbox and may have been sent since, for the first time or by
/// a further carrier.
@Component
class VoidMessages implements VoidOpen {
  private final WithdrawRows rows;
  private final SecondTryRows second;
  private final MessageEvents events;

  VoidMessages(WithdrawRows rows, SecondTryRows second, MessageEvents events) {
    this.rows = rows;
    this.second = second;
    this.events = events;
  }

  @Override
  public String what() {
    return "messages";
  }

  @Override
  public int voidSome(Asked asked, int batch) {
    int withdrawn = rows.withdraw(asked.keepMessages(), asked.at(), batch);
    return withdrawn > 0 || asked.keepMessages() ? withdrawn : endSecond(asked, batch);
  }

  private int endSecond(Asked asked, int batch) {
    List<Key> waiting = rows.lockSecond(batch);
    if (!waiting.isEmpty()) {
      second
          .end(waiting, asked.at())
          .forEach(key -> events.ended(key.tenant(), key.id(), MessageState.UNDELIVERED));
    }
    return waiting.size();
  }
}
