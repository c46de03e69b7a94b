package io.tweestap.delivery.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.delivery.DeliveryDatabase;
import io.tweestap.delivery.FakeCarrier;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.OutboxNode;
import io.tweestap.delivery.Priority;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a courier claims while the database is slow to write what became of the last messages.
class CourierTest {
  private static final int AT_ONCE = 2;
  private static final int MESSAGES = 9;

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final AtomicInteger sent = new AtomicInteger();
  private final List<Integer> unwritten = new CopyOnWriteArrayList<>();
  private final FakeCarrier carrier =
      new FakeCarrier("fake", Set.of(Channel.SMS), AT_ONCE, _ -> take());
  private final OutboxNode node =
      new OutboxNode(database, new ManualClock(SampleMessages.NOW), carrier);

  @BeforeEach
  void fill() {
    node.stopCouriers();
    IntStream.range(0, MESSAGES).forEach(_ -> add());
  }

  @AfterEach
  void close() {
    node.close();
    database.close();
  }

  @Test
  void theCarrierGetsItsNextMessageBeforeTheResultOfTheLastIsWritten() {
    whileNothingIsWritten(
        () -> await().atMost(Duration.ofSeconds(20)).until(() -> sent.get() >= 2 * AT_ONCE));
    await().atMost(Duration.ofSeconds(20)).until(() -> accepted() == MESSAGES);
    assertThat(unwritten).hasSize(MESSAGES);
  }

  /// A node that dies leaves no more than these with an unknown result.
  @Test
  void noMoreThanTwiceWhatItTakesAtOnceHasNoResultYet() {
    whileNothingIsWritten(
        () -> await().atMost(Duration.ofSeconds(20)).until(() -> claimed() >= 2 * AT_ONCE));
    await().atMost(Duration.ofSeconds(20)).until(() -> accepted() == MESSAGES);
    assertThat(unwritten).allSatisfy(open -> assertThat(open).isLessThanOrEqualTo(2 * AT_ONCE));
  }

  private HandOver take() {
    unwritten.add(sent.incrementAndGet() - accepted());
    return HandOver.Accepted.plainly(1);
  }

  /// Claims can be written, parts of messages cannot; so no result can.
  private void whileNothingIsWritten(Runnable what) {
    database
        .transaction()
        .executeWithoutResult(_ -> {
          database.jdbc().sql("LOCK TABLE message_part IN SHARE MODE").update();
          node.startCouriers();
          what.run();
        });
  }

  private int accepted() {
    return count("SELECT count(*) FROM message WHERE state = 'accepted'");
  }

  private int claimed() {
    return count("SELECT count(*) FROM message WHERE claimed_at IS NOT NULL");
  }

  private int count(String sql) {
    return database.jdbc().sql(sql).query(Integer.class).single();
  }

  private UUID add() {
    return node.outbox()
        .add(
            SampleMessages.TENANT,
            new NewMessage(
                UUID.randomUUID(),
                Priority.CODE,
                Channel.SMS,
                SampleMessages.NUMBER,
                "+31******78",
                "Acme",
                "",
                "481516",
                Locale.ENGLISH,
                SampleMessages.NOW.plusSeconds(300)));
  }
}
