package io.tweestap.delivery;

import static java.util.Objects.requireNonNull;

import io.tweestap.delivery.jdbc.MessageRecords;
import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.jdbc.ParkedRows;
import io.tweestap.shared.Ids;
import io.tweestap.testkit.FixedRandomness;
import io.tweestap.vault.SharedVault;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The delivery room of one node, on a database that it may share with others. Its couriers look
/// out from the start.
final class OutboxNode implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  OutboxNode(DeliveryDatabase database, Clock clock, Carrier... carriers) {
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(TransactionTemplate.class, database::transaction);
    context.registerBean(
        PlatformTransactionManager.class,
        () -> requireNonNull(database.transaction().getTransactionManager()));
    context.registerBean(Vault.class, SharedVault::get);
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(SecureRandom.class, () -> new FixedRandomness(1));
    context.registerBean(Ids.class, () -> new Ids(clock, new SecureRandom()));
    for (Carrier carrier : carriers) {
      context.registerBean(carrier.name(), Carrier.class, () -> carrier);
    }
    context.registerBean(JsonMapper.class, JsonMapper::shared);
    context.scan("io.tweestap.delivery.jdbc", "io.tweestap.webhook", "io.tweestap.audit");
    context.register(
        AttemptRecord.class,
        Backoff.class,
        Couriers.class,
        DeliverDueMessages.class,
        Doorbell.class,
        EnterOutbox.class,
        ExpireMessages.class,
        MatchReceipts.class,
        MessageEvents.class,
        Outbox.class,
        PollReceipts.class,
        Recalls.class,
        Receipts.class,
        Routes.class,
        SettleParkedReceipts.class);
    context.refresh();
  }

  Outbox outbox() {
    return context.getBean(Outbox.class);
  }

  OutboxRows rows() {
    return context.getBean(OutboxRows.class);
  }

  DeliverDueMessages delivery() {
    return context.getBean(DeliverDueMessages.class);
  }

  ExpireMessages expiry() {
    return context.getBean(ExpireMessages.class);
  }

  Receipts receipts() {
    return context.getBean(Receipts.class);
  }

  ParkedRows parked() {
    return context.getBean(ParkedRows.class);
  }

  SettleParkedReceipts parkedChore() {
    return context.getBean(SettleParkedReceipts.class);
  }

  PollReceipts polling() {
    return context.getBean(PollReceipts.class);
  }

  Recalls recalls() {
    return context.getBean(Recalls.class);
  }

  MessageRecords messages() {
    return context.getBean(MessageRecords.class);
  }

  void stopCouriers() {
    context.getBean(Couriers.class).stop();
  }

  @Override
  public void close() {
    context.close();
  }
}
