package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.InsertRows;
import io.tweestap.delivery.jdbc.NewRow;
import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.route.Route;
import io.tweestap.delivery.route.RouteQuery;
import io.tweestap.delivery.route.Routes;
import io.tweestap.operations.Tally;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  private final InsertRows entry;
  private final OutboxRows rows;
  private final Routes routes;
  private final Doorbell doorbell;
  private final Ids ids;
  private final Clock clock;

  Outbox(
      InsertRows entry, OutboxRows rows, Routes routes, Doorbell doorbell, Ids ids, Clock clock) {
    this.entry = entry;
    this.rows = rows;
    this.routes = routes;
    this.doorbell = doorbell;
    this.ids = ids;
    this.clock = clock;
  }

  /// Whether any carrier serves the channel on this installation.
  public boolean serves(Channel channel) {
    return !routes.inOrder(channel).isEmpty();
  }

  /// Whether what is sent over the channel reaches people; false where only the sandbox takes it.
  public boolean reachesPeople(Channel channel) {
    return routes.inOrder(channel).stream().anyMatch(carrier -> !carrier.isForTrying());
  }

  /// Puts a message into the outbox, as part of the caller's transaction.
  ///
  /// @return the message's id
  public UUID add(TenantId tenant, NewMessage message) {
    NewRow fresh = row(tenant, ids.next(), message, Optional.empty());
    write(List.of(fresh));
    return fresh.id();
  }

  /// An id for messages of an application that belong together.
  public UUID newBatch() {
    return ids.next();
  }

  /// Puts messages of applications into the outbox, all or none of them: durable on return, or with
  /// the caller's transaction where there is one. The id of a message carries the moment it is due,
  /// so that its record is dropped with those that were sent when it was.
  ///
  /// @param messages of any number of tenants
  /// @return their ids, in their order
  public List<UUID> addAll(List<ClientMessage> messages) {
    Instant now = clock.instant();
    List<NewRow> fresh =
        messages.stream()
            .map(one ->
                row(
                    one.tenant(),
                    ids.next(one.notes().sendAt().orElse(now)),
                    one.message(),
                    Optional.of(one.notes())))
            .toList();
    write(fresh);
    return fresh.stream().map(NewRow::id).toList();
  }

  /// Withdraws the messages about something that no carrier has taken yet, as part of the caller's
  /// transaction. One that is being handed over at this moment may still arrive.
  public void withdraw(TenantId tenant, UUID about) {
    rows.cancel(tenant, about, clock.instant());
  }

  private NewRow row(TenantId tenant, UUID id, NewMessage message, Optional<ClientNotes> notes) {
    Route route = routes.first(RouteQuery.of(tenant, id, message));
    return new NewRow(tenant, id, message, notes, route);
  }

  private void write(List<NewRow> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    entry.insert(fresh, now);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      written(fresh, now);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            written(fresh, now);
          }
        });
  }

  /// What is due later wakes nobody: couriers find it by looking.
  private void written(List<NewRow> fresh, Instant now) {
    for (NewRow one : fresh) {
      Tally.MESSAGES_ACCEPTED.add(one.message().channel().text(), one.message().priority().text());
    }
    fresh.stream()
        .filter(row -> row.isDue(now))
        .map(row -> row.route().carrier())
        .distinct()
        .forEach(doorbell::ring);
  }
}
