package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Messages of applications taken back, while couriers reach for them.
class RecallTest {
  private static final TenantId TENANT = SampleMessages.TENANT;

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final List<OutboxNode> nodes = new ArrayList<>();

  @AfterEach
  void close() {
    nodes.forEach(OutboxNode::close);
    database.close();
  }

  @Test
  void whatANodeHasClaimedCannotBeWithdrawnUntilItsTryHasFailed() {
    FakeCarrier busy = FakeCarrier.sms(_ -> Said.retry("busy"));
    OutboxNode node = node(busy);
    UUID id = add(node, 1).getFirst();
    List<Claimed> claimed = claim(node);
    assertThat(node.recalls().cancel(TENANT, id))
        .isEqualTo(new RecallOutcome.TooLate(MessageState.QUEUED));
    claimed.forEach(message -> node.deliver(busy, message));
    assertThat(node.recalls().cancel(TENANT, id)).isInstanceOf(RecallOutcome.Done.class);
    clock.advance(Duration.ofMinutes(1));
    assertThat(claim(node)).isEmpty();
  }

  @Test
  void whatWasSentCannotBeWithdrawnAndAnotherTenantCannotWithdraw() {
    FakeCarrier carrier = FakeCarrier.accepting();
    OutboxNode node = node(carrier);
    UUID id = add(node, 1).getFirst();
    assertThat(node.recalls().cancel(new TenantId(UUID.randomUUID()), id))
        .isInstanceOf(RecallOutcome.NotFound.class);
    claim(node).forEach(message -> node.deliver(carrier, message));
    assertThat(node.recalls().cancel(TENANT, id))
        .isEqualTo(new RecallOutcome.TooLate(MessageState.ACCEPTED));
  }

  @Test
  void eachMessageIsEitherClaimedOrWithdrawn() throws InterruptedException {
    OutboxNode node = node(FakeCarrier.accepting());
    List<UUID> ids = add(node, 400);
    Set<UUID> claimed = new HashSet<>();
    Thread courier =
        Thread.ofVirtual()
            .start(() -> {
              List<Claimed> some = claim(node);
              while (!some.isEmpty()) {
                some.forEach(message -> claimed.add(message.id()));
                some = claim(node);
              }
            });
    Set<UUID> withdrawn = new HashSet<>();
    for (UUID id : ids.reversed()) {
      if (node.recalls().cancel(TENANT, id) instanceof RecallOutcome.Done) {
        withdrawn.add(id);
      }
    }
    courier.join();
    claim(node).forEach(message -> claimed.add(message.id()));
    assertThat(claimed).doesNotContainAnyElementsOf(withdrawn);
    claimed.addAll(withdrawn);
    assertThat(claimed).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void aMessageIsNotSentBeforeItsMoment() {
    OutboxNode node = node(FakeCarrier.accepting());
    Instant due = clock.instant().plus(Duration.ofDays(90));
    node.outbox().addAll(List.of(message(Optional.of(due))));
    assertThat(claim(node)).isEmpty();
    clock.set(due);
    assertThat(claim(node)).hasSize(1);
  }

  private OutboxNode node(FakeCarrier carrier) {
    OutboxNode node = new OutboxNode(database, clock, carrier);
    node.stopCouriers();
    nodes.add(node);
    return node;
  }

  private List<UUID> add(OutboxNode node, int messages) {
    List<ClientMessage> all = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      all.add(message(Optional.empty()));
    }
    return node.outbox().addAll(all);
  }

  private ClientMessage message(Optional<Instant> sendAt) {
    return new ClientMessage(
        TENANT,
        new NewMessage(
            UUID.randomUUID(),
            Priority.NOTICE,
            Channel.SMS,
            SampleMessages.NUMBER,
            "+31******78",
            "Acme",
            "",
            "hello",
            Locale.ENGLISH,
            clock.instant().plus(Duration.ofDays(91))),
        new ClientNotes(sendAt, Optional.empty(), Map.of(), false));
  }

  private List<Claimed> claim(OutboxNode node) {
    Instant now = clock.instant();
    return node.rows().claim("fake", Set.of(Channel.SMS), Priority.CODE, now, 20);
  }
}
