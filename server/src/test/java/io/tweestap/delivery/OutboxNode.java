package io.tweestap.delivery;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tweestap.delivery.courier.Couriers;
import io.tweestap.delivery.courier.DeliverDueMessages;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.FateRows;
import io.tweestap.delivery.jdbc.MessageRecords;
import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.jdbc.ParkedRows;
import io.tweestap.delivery.learn.LearningReport;
import io.tweestap.delivery.receipt.PollReceipts;
import io.tweestap.delivery.receipt.Receipts;
import io.tweestap.delivery.receipt.SettleParkedReceipts;
import io.tweestap.delivery.route.CarrierHealth;
import io.tweestap.delivery.route.RerouteMessages;
import io.tweestap.delivery.route.Routes;
import io.tweestap.delivery.rule.RouteRules;
import io.tweestap.delivery.secondtry.SecondTries;
import io.tweestap.delivery.secondtry.SecondTryWatch;
import io.tweestap.operations.Chore;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.Ids;
import io.tweestap.testkit.FixedRandomness;
import io.tweestap.vault.SharedVault;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The delivery room of one node, on a database that it may share with others. Its couriers look
/// out from the start.
public final class OutboxNode implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final AtomicBoolean wanted = new AtomicBoolean(true);
  private volatile List<CodeOutcome> codes = List.of();

  public OutboxNode(DeliveryDatabase database, Clock clock, Carrier... carriers) {
    this(database, clock, List.of(), carriers);
  }

  /// @param settings such as `tweestap.delivery.resend-unanswered=none`
  public OutboxNode(
      DeliveryDatabase database, Clock clock, List<String> settings, Carrier... carriers) {
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
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean(JsonMapper.class, JsonMapper::shared);
    context.registerBean(StillWanted.class, () -> (_, _) -> wanted.get());
    context.registerBean(CodeOutcomes.class, () -> this::between);
    context.scan(
        "io.tweestap.delivery.jdbc",
        "io.tweestap.delivery.courier",
        "io.tweestap.delivery.learn",
        "io.tweestap.delivery.receipt",
        "io.tweestap.delivery.route",
        "io.tweestap.delivery.rule",
        "io.tweestap.delivery.secondtry",
        "io.tweestap.webhook",
        "io.tweestap.audit");
    context.register(
        Doorbell.class,
        ExpireMessages.class,
        MessageEvents.class,
        Outbox.class,
        PhoneNumbers.class,
        Recalls.class);
    TestPropertyValues.of(settings).applyTo(context);
    context.refresh();
  }

  private List<CodeOutcome> between(UUID after, UUID until, int most) {
    return codes.stream()
        .filter(one -> one.about().toString().compareTo(after.toString()) > 0)
        .filter(one -> one.about().toString().compareTo(until.toString()) < 0)
        .limit(most)
        .toList();
  }

  /// What the room that compares codes says of them.
  void codes(List<CodeOutcome> known) {
    codes = known;
  }

  Chore chore(String name) {
    return context.getBeansOfType(Chore.class).values().stream()
        .filter(chore -> chore.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  LearningReport learning() {
    return context.getBean(LearningReport.class);
  }

  public Outbox outbox() {
    return context.getBean(Outbox.class);
  }

  OutboxRows rows() {
    return context.getBean(OutboxRows.class);
  }

  /// Hands a claimed message over and writes down what comes of it.
  public void deliver(Carrier carrier, Claimed message) {
    delivery().record(delivery().attempt(carrier, message));
  }

  DeliverDueMessages delivery() {
    return context.getBean(DeliverDueMessages.class);
  }

  ExpireMessages expiry() {
    return context.getBean(ExpireMessages.class);
  }

  public Receipts receipts() {
    return context.getBean(Receipts.class);
  }

  public ParkedRows parked() {
    return context.getBean(ParkedRows.class);
  }

  public SettleParkedReceipts parkedChore() {
    return context.getBean(SettleParkedReceipts.class);
  }

  public PollReceipts polling() {
    return context.getBean(PollReceipts.class);
  }

  MessageFates fates() {
    return new MessageFates(context.getBean(FateRows.class), context.getBean(Clock.class));
  }

  Recalls recalls() {
    return context.getBean(Recalls.class);
  }

  MessageRecords messages() {
    return context.getBean(MessageRecords.class);
  }

  /// What the keeper of the couriers does twice a second.
  void lookAround() {
    Routes routes = context.getBean(Routes.class);
    context.getBean(CarrierHealth.class).look(routes.carriers());
    context.getBean(RerouteMessages.class).run();
  }

  RouteRules rules() {
    return context.getBean(RouteRules.class);
  }

  /// What the rooms that send messages say when they are asked.
  void wanted(boolean now) {
    wanted.set(now);
  }

  /// Begins with the second tries that are due, and waits for their end.
  void trySecond() {
    context.getBean(SecondTries.class).run();
    context.getBean(SecondTries.class).join();
  }

  public void startCouriers() {
    context.getBean(Couriers.class).start();
  }

  public void stopCouriers() {
    context.getBean(Couriers.class).stop();
    context.getBean(SecondTryWatch.class).stop();
  }

  @Override
  public void close() {
    context.close();
  }
}
