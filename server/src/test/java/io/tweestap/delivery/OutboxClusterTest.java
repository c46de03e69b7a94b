package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Couriers at work, of two nodes on one database and of two carriers on one node.
class OutboxClusterTest {
  private static final int MESSAGES = 10_000;

  private final DeliveryDatabase database = new DeliveryDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void twoNodesHandOverTenThousandMessagesExactlyOnceEach() {
    FakeCarrier here = carrier("here", 64);
    FakeCarrier there = carrier("there", 64);
    try (OutboxNode first = node(here);
        OutboxNode second = node(there)) {
      Set<UUID> added = new HashSet<>();
      for (int batch = 0; batch < MESSAGES / 500; batch++) {
        OutboxNode node = batch % 2 == 0 ? first : second;
        database
            .transaction()
            .executeWithoutResult(_ -> {
              for (int i = 0; i < 500; i++) {
                added.add(node.outbox().add(SampleMessages.TENANT, message(Channel.SMS)));
              }
            });
      }
      await(() -> count("accepted") == MESSAGES);
      List<UUID> got = new ArrayList<>();
      here.got().forEach(message -> got.add(message.id()));
      there.got().forEach(message -> got.add(message.id()));
      assertThat(got).hasSize(MESSAGES);
      assertThat(new HashSet<>(got)).isEqualTo(added);
      assertThat(here.got()).as("both worked").isNotEmpty();
      assertThat(there.got()).as("both worked").isNotEmpty();
      assertThat(
              database
                  .jdbc()
                  .sql(
                      "SELECT count(*) FROM message WHERE attempts <> 1 OR "
                          + "content_sealed IS NOT NULL")
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void aSlowCarrierDoesNotHoldUpAnother() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    FakeCarrier slow =
        new FakeCarrier(
            "slow",
            Set.of(Channel.SMS),
            2,
            _ -> {
              stuck.countDown();
              awaitQuietly(release);
              return HandOver.Accepted.plainly(1);
            });
    FakeCarrier quick =
        new FakeCarrier("quick", Set.of(Channel.EMAIL), 2, _ -> HandOver.Accepted.plainly(1));
    try (OutboxNode node = new OutboxNode(database, Clock.systemUTC(), slow, quick)) {
      for (int i = 0; i < 50; i++) {
        node.outbox().add(SampleMessages.TENANT, message(Channel.SMS));
      }
      assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 50; i++) {
        node.outbox().add(SampleMessages.TENANT, message(Channel.EMAIL));
      }
      await(() -> quick.got().size() == 50);
      assertThat(slow.got()).as("no more than it takes at once").hasSize(2);
      release.countDown();
      await(() -> count("accepted") == 100);
    }
  }

  @Test
  void bulkGetsATwentiethWhileThereAreCodes() {
    FakeCarrier carrier = carrier("fake", 1);
    try (OutboxNode node = node(carrier)) {
      Set<UUID> bulk = new HashSet<>();
      database
          .transaction()
          .executeWithoutResult(_ -> {
            for (int i = 0; i < 60; i++) {
              node.outbox().add(SampleMessages.TENANT, message(Channel.SMS));
            }
            bulk.add(node.outbox().add(SampleMessages.TENANT, message(Channel.SMS, Priority.BULK)));
            bulk.add(node.outbox().add(SampleMessages.TENANT, message(Channel.SMS, Priority.BULK)));
          });
      await(() -> count("accepted") == 62);
      List<UUID> order = carrier.got().stream().map(OutgoingMessage::id).toList();
      assertThat(bulk).extracting(order::indexOf).containsExactlyInAnyOrder(20, 40);
    }
  }

  @Test
  void aMessageIsSentAtOnceWhenItsTransactionHasCommittedAndNotBefore() {
    FakeCarrier carrier = carrier("fake", 4);
    try (OutboxNode node = node(carrier)) {
      database
          .transaction()
          .executeWithoutResult(transaction -> {
            node.outbox().add(SampleMessages.TENANT, message(Channel.SMS));
            transaction.setRollbackOnly();
          });
      UUID kept =
          database
              .transaction()
              .execute(_ -> node.outbox().add(SampleMessages.TENANT, message(Channel.SMS)));
      await(() -> count("accepted") == 1);
      assertThat(carrier.got()).extracting(OutgoingMessage::id).containsExactly(kept);
    }
  }

  @Test
  void aNodeThatStopsFinishesWhatItHandsOverAndClaimsNoMore() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    FakeCarrier carrier =
        new FakeCarrier(
            "slow",
            Set.of(Channel.SMS),
            1,
            _ -> {
              begun.countDown();
              awaitQuietly(release);
              return HandOver.Accepted.plainly(1);
            });
    try (OutboxNode node = new OutboxNode(database, Clock.systemUTC(), carrier)) {
      node.outbox().add(SampleMessages.TENANT, message(Channel.SMS));
      node.outbox().add(SampleMessages.TENANT, message(Channel.SMS));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      Thread stopping = Thread.ofVirtual().start(node::stopCouriers);
      await(() -> stopping.getState() == Thread.State.TIMED_WAITING);
      release.countDown();
      stopping.join();
      assertThat(carrier.got()).hasSize(1);
      assertThat(count("accepted")).isEqualTo(1);
      assertThat(count("queued")).isEqualTo(1);
    }
  }

  private OutboxNode node(FakeCarrier carrier) {
    return new OutboxNode(database, Clock.systemUTC(), carrier);
  }

  private static FakeCarrier carrier(String name, int parallel) {
    return new FakeCarrier(name, Set.of(Channel.SMS), parallel, _ -> HandOver.Accepted.plainly(1));
  }

  private static NewMessage message(Channel channel) {
    return message(channel, Priority.CODE);
  }

  private static NewMessage message(Channel channel, Priority priority) {
    return new NewMessage(
        UUID.randomUUID(),
        priority,
        channel,
        channel.isPhone() ? SampleMessages.NUMBER : SampleMessages.ADDRESS,
        "masked",
        "Acme",
        "Your code",
        "481516",
        Locale.ENGLISH,
        Instant.now().plusSeconds(300));
  }

  private int count(String state) {
    return database
        .jdbc()
        .sql("SELECT count(*) FROM message WHERE state = :state")
        .param("state", state)
        .query(Integer.class)
        .single();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
