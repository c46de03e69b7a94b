package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.receipt.ReceiptState;
import io.tweestap.delivery.rule.RouteRule;
import io.tweestap.delivery.rule.RouteRule.Share;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/// Three carriers with receipts, by rank first, second and third. The couriers stand still, and
/// time moves by hand.
abstract class LostScene {
  static final TenantId TENANT = SampleMessages.TENANT;
  static final Duration LIFE = Duration.ofMinutes(5);

  final DeliveryDatabase database = new DeliveryDatabase();
  final ManualClock clock = new ManualClock(SampleMessages.NOW);
  final List<OutboxNode> nodes = new ArrayList<>();
  final FakeCarrier first = FakeCarrier.named("first", 1, taking("a"));
  final FakeCarrier second = FakeCarrier.named("second", 2, taking("b"));
  final FakeCarrier third = FakeCarrier.named("third", 3, taking("c"));

  @AfterEach
  void close() {
    nodes.forEach(OutboxNode::close);
    database.close();
  }

  UUID lostTwice(OutboxNode node) {
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.trySecond();
    assertThat(second.got()).hasSize(1);
    report(node, "second", "b-1", ReceiptState.REJECTED);
    return id;
  }

  static RouteRule rule(Priority priority, boolean resendLost) {
    return new RouteRule(
        "some",
        List.of(),
        List.of(),
        List.of(),
        List.of(priority),
        List.of(),
        List.of(new Share("first", 1)),
        false,
        Optional.of(resendLost));
  }

  void report(OutboxNode node, String id, ReceiptState state, FailureClass kind) {
    node.receipts()
        .report(
            List.of(
                new CarrierReceipt(
                    "first", id, state, clock.instant(), Optional.empty(), Optional.of(kind))),
            IdForm.USUAL);
  }

  UUID accepted(OutboxNode node, Priority priority) {
    UUID id = add(node, priority);
    deliver(node, first);
    assertThat(state(node, id)).isEqualTo(MessageState.ACCEPTED);
    return id;
  }

  UUID add(OutboxNode node, Priority priority) {
    return node.outbox().add(TENANT, message(priority, UUID.randomUUID()));
  }

  NewMessage message(Priority priority, UUID about) {
    return new NewMessage(
        about,
        priority,
        Channel.SMS,
        SampleMessages.NUMBER,
        "+31******78",
        "Acme",
        "Your code",
        "481516",
        Locale.ENGLISH,
        clock.instant().plus(LIFE));
  }

  void deliver(OutboxNode node, FakeCarrier carrier) {
    node.rows()
        .claim(carrier.name(), Set.of(Channel.SMS), Priority.CODE, clock.instant(), 100)
        .forEach(message -> node.deliver(carrier, message));
  }

  void report(OutboxNode node, String carrier, String id, ReceiptState state) {
    node.receipts().report(List.of(receipt(carrier, id, state)), IdForm.USUAL);
  }

  CarrierReceipt receipt(String carrier, String id, ReceiptState state) {
    return new CarrierReceipt(carrier, id, state, clock.instant(), Optional.empty());
  }

  OutboxNode node() {
    return node(first, second, third);
  }

  OutboxNode node(FakeCarrier... carriers) {
    return node(List.of(), carriers);
  }

  OutboxNode node(List<String> settings, FakeCarrier... carriers) {
    return ready(new OutboxNode(database, clock, settings, carriers));
  }

  OutboxNode ready(OutboxNode node) {
    node.stopCouriers();
    nodes.add(node);
    return node;
  }

  /// Each message gets ids of its own: the first a-1, then a-2.
  static Function<OutgoingMessage, HandOver> taking(String... names) {
    List<UUID> seen = new ArrayList<>();
    return message -> {
      int number;
      synchronized (seen) {
        seen.add(message.id());
        number = seen.size();
      }
      List<String> ids = new ArrayList<>();
      for (String name : names) {
        ids.add(name + "-" + number);
      }
      return new HandOver.Accepted(ids, ids.size(), Optional.empty(), Optional.empty());
    };
  }

  MessageRecord message(OutboxNode node, UUID id) {
    return node.messages().find(TENANT, id).orElseThrow();
  }

  MessageState state(OutboxNode node, UUID id) {
    return message(node, id).state();
  }

  /// Whether text and recipient are still there.
  boolean isKept(UUID id) {
    return database
        .jdbc()
        .sql(
            "SELECT num_nonnulls(recipient_sealed, content_sealed) AS kept FROM message"
                + " WHERE id = :id")
        .param("id", id)
        .query(Integer.class)
        .single()
        .equals(2);
  }
}
