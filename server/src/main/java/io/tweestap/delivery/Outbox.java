package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where every message out begins: a row written in the transaction of whatever caused it. Once
/// that has committed, the message is sent at least once, or its row says why not.
@Service
public class Outbox {
  /// How long a claimed message belongs to the node that claimed it. A node that dies loses its
  /// claims after this time, and another one sends the message.
  public static final Duration LEASE = Duration.ofSeconds(30);

  private final OutboxRows rows;
  private final Routes routes;
  private final Doorbell doorbell;
  private final Ids ids;
  private final Clock clock;

  Outbox(OutboxRows rows, Routes routes, Doorbell doorbell, Ids ids, Clock clock) {
    this.rows = rows;
    this.routes = routes;
    this.doorbell = doorbell;
    this.ids = ids;
    this.clock = clock;
  }

  /// Whether any carrier serves the channel on this installation.
  public boolean serves(Channel channel) {
    return routes.carrierFor(channel).isPresent();
  }

  /// Puts a message into the outbox, as part of the caller's transaction.
  ///
  /// @return the message's id
  public UUID add(TenantId tenant, NewMessage message) {
    UUID id = ids.next();
    rows.insert(tenant, id, message, clock.instant());
    ringAfterCommit(message.channel());
    return id;
  }

  /// Withdraws the messages about something that no carrier has taken yet, as part of the caller's
  /// transaction. One that is being handed over at this moment may still arrive.
  public void withdraw(TenantId tenant, UUID about) {
    rows.cancel(tenant, about, clock.instant());
  }

  private void ringAfterCommit(Channel channel) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      doorbell.ring(channel);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            doorbell.ring(channel);
          }
        });
  }
}
