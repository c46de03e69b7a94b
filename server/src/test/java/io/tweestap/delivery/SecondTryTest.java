package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.tweestap.credit.Fate;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.jdbc.TryRecord;
import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.receipt.ReceiptState;
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
import org.junit.jupiter.api.Test;

/// Codes that a carrier took and of which nothing was heard. The couriers stand still, and time
/// moves by hand.
class SecondTryTest {
  private static final TenantId TENANT = SampleMessages.TENANT;
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration SILENCE = Duration.ofSeconds(40);

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final List<OutboxNode> nodes = new ArrayList<>();
  private final FakeCarrier first = FakeCarrier.named("first", 1, taking("a"));
  private final FakeCarrier second = FakeCarrier.named("second", 2, taking("b"));

  @AfterEach
  void close() {
    nodes.forEach(OutboxNode::close);
    database.close();
  }

  @Test
  void whatNoReceiptEndsInTimeGoesToTheNextCarrierWithTheSameIdAndText() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    clock.advance(SILENCE.minusMillis(1));
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(isKept(id)).isTrue();
    clock.advance(Duration.ofMillis(1));
    node.trySecond();
    assertThat(second.got())
        .extracting(OutgoingMessage::id, OutgoingMessage::text, OutgoingMessage::recipient)
        .containsExactly(tuple(id, "481516", SampleMessages.NUMBER));
    MessageRecord message = message(node, id);
    assertThat(message.state()).isEqualTo(MessageState.ACCEPTED);
    assertThat(message.sequence()).as("to the outside nothing happened").isEqualTo(1);
    assertThat(message.carrier()).isEqualTo("second");
    assertThat(message.tries().getLast().route())
        .isEqualTo("rank, since no receipt came from first");
    assertThat(isKept(id)).isFalse();
    clock.advance(SILENCE);
    node.trySecond();
    assertThat(second.got()).as("once").hasSize(1);
  }

  @Test
  void aReceiptInTimeIsTheEndOfIt() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
    assertThat(isKept(id)).isFalse();
    clock.advance(SILENCE);
    node.trySecond();
    assertThat(second.got()).isEmpty();
  }

  @Test
  void thatItIsOnItsWayIsNoReason() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.ENROUTE);
    assertThat(isKept(id)).isTrue();
    clock.advance(SILENCE);
    node.trySecond();
    assertThat(second.got()).hasSize(1);
  }

  @Test
  void aLateReceiptOfTheFirstTryDeliversAndNothingTakesThatBack() {
    OutboxNode node = node();
    UUID id = sentTwice(node);
    report(node, "first", "a-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
    report(node, "second", "b-1", ReceiptState.UNDELIVERABLE);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
    assertThat(message(node, id).sequence()).isEqualTo(2);
  }

  @Test
  void aLateFailureOfTheFirstTryChangesNothing() {
    OutboxNode node = node();
    UUID id = sentTwice(node);
    report(node, "first", "a-1", ReceiptState.EXPIRED);
    assertThat(state(node, id)).isEqualTo(MessageState.ACCEPTED);
    report(node, "second", "b-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void bothTriesInOneBatchOfReceiptsEndItOnce() {
    OutboxNode node = node();
    UUID id = sentTwice(node);
    node.receipts()
        .report(
            List.of(
                receipt("first", "a-1", ReceiptState.DELIVERED),
                receipt("second", "b-1", ReceiptState.UNDELIVERABLE)),
            IdForm.USUAL);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
    assertThat(message(node, id).sequence()).isEqualTo(2);
  }

  @Test
  void ofALongTextAllPartsOfOneTryMustArrive() {
    FakeCarrier long1 = FakeCarrier.named("first", 1, taking("a", "c"));
    OutboxNode node = node(long1, second);
    UUID id = add(node, Priority.CODE);
    deliver(node, long1);
    clock.advance(SILENCE);
    node.trySecond();
    report(node, "first", "a-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.ACCEPTED);
    report(node, "first", "c-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
  }

  /// One charge is kept for a message; what it comes to are the parts of one try, not of both.
  @Test
  void whatTwoCarriersTookIsPaidOnce() {
    FakeCarrier twoParts = FakeCarrier.named("second", 2, taking("b", "d"));
    OutboxNode node = node(first, twoParts);
    UUID id = accepted(node, Priority.CODE);
    assertThat(node.fates().of(TENANT, List.of(id))).containsValue(new Fate.Sent(1));
    clock.advance(SILENCE);
    node.trySecond();
    assertThat(twoParts.got()).hasSize(1);
    report(node, "first", "a-1", ReceiptState.DELIVERED);
    assertThat(node.fates().of(TENANT, List.of(id))).containsOnly(entry(id, new Fate.Sent(2)));
  }

  @Test
  void aSecondTryThatFailsLeavesTheFirstWhereItWas() {
    FakeCarrier failing =
        FakeCarrier.named(
            "second", 2, _ -> new HandOver.Failed(FailureClass.REJECTED, "not a number"));
    OutboxNode node = node(first, failing);
    UUID id = accepted(node, Priority.CODE);
    clock.advance(SILENCE);
    node.trySecond();
    assertThat(state(node, id)).isEqualTo(MessageState.ACCEPTED);
    assertThat(message(node, id).carrier()).isEqualTo("first");
    assertThat(message(node, id).tries())
        .extracting(TryRecord::outcome)
        .containsExactly(TryOutcome.ACCEPTED, TryOutcome.REJECTED);
    assertThat(isKept(id)).isFalse();
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
  }

  @Test
  void whatIsWithdrawnIsNotTriedAgain() {
    OutboxNode node = node();
    UUID about = UUID.randomUUID();
    UUID id = node.outbox().add(TENANT, message(Priority.CODE, about));
    deliver(node, first);
    node.outbox().withdraw(TENANT, about);
    assertThat(isKept(id)).isFalse();
    assertThat(state(node, id)).isEqualTo(MessageState.ACCEPTED);
    clock.advance(SILENCE);
    node.trySecond();
    assertThat(second.got()).isEmpty();
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotTriedAgain() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    node.wanted(false);
    clock.advance(SILENCE);
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void aCodeWhoseTimeWillBeOverByThenIsNotKept() {
    OutboxNode node = node();
    UUID id = add(node, Priority.CODE);
    clock.advance(LIFE.minus(SILENCE));
    deliver(node, first);
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void aCodeWhoseTimeIsOverIsNotTriedAgain() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    clock.advance(LIFE);
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void onlyCodesAreKeptForIt() {
    OutboxNode node = node();
    assertThat(isKept(accepted(node, Priority.NOTICE))).isFalse();
    assertThat(isKept(accepted(node, Priority.BULK))).isFalse();
  }

  @Test
  void withoutTheSettingOrAnotherCarrierNothingIsKept() {
    OutboxNode plain =
        ready(
            new OutboxNode(
                database, clock, List.of("tweestap.delivery.resend-lost=none"), first, second));
    assertThat(isKept(accepted(plain, Priority.CODE))).isFalse();
    OutboxNode alone = node(first);
    assertThat(isKept(accepted(alone, Priority.CODE))).isFalse();
  }

  @Test
  void aNodeThatDiesDuringTheSecondTryIsNotFollowedByAThird() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    clock.advance(SILENCE);
    database
        .jdbc()
        .sql("UPDATE message SET claimed_at = now(), attempts = 2, counted_attempt = 1")
        .update();
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(isKept(id)).isFalse();
    report(node, "first", "a-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void twoNodesTryEachOnce() throws InterruptedException {
    OutboxNode here = node();
    OutboxNode there = node();
    for (int i = 0; i < 30; i++) {
      accepted(here, Priority.CODE);
    }
    clock.advance(SILENCE);
    Thread other = Thread.ofVirtual().start(there::trySecond);
    here.trySecond();
    other.join();
    here.trySecond();
    assertThat(second.got()).hasSize(30);
    assertThat(second.got()).extracting(OutgoingMessage::id).doesNotHaveDuplicates();
  }

  private UUID sentTwice(OutboxNode node) {
    UUID id = accepted(node, Priority.CODE);
    clock.advance(SILENCE);
    node.trySecond();
    assertThat(second.got()).hasSize(1);
    return id;
  }

  private UUID accepted(OutboxNode node, Priority priority) {
    UUID id = add(node, priority);
    deliver(node, first);
    assertThat(state(node, id)).isEqualTo(MessageState.ACCEPTED);
    return id;
  }

  private UUID add(OutboxNode node, Priority priority) {
    return node.outbox().add(TENANT, message(priority, UUID.randomUUID()));
  }

  private NewMessage message(Priority priority, UUID about) {
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

  private void deliver(OutboxNode node, FakeCarrier carrier) {
    node.rows()
        .claim(carrier.name(), Set.of(Channel.SMS), Priority.CODE, clock.instant(), 100)
        .forEach(message -> node.deliver(carrier, message));
  }

  private void report(OutboxNode node, String carrier, String id, ReceiptState state) {
    node.receipts().report(List.of(receipt(carrier, id, state)), IdForm.USUAL);
  }

  private CarrierReceipt receipt(String carrier, String id, ReceiptState state) {
    return new CarrierReceipt(carrier, id, state, clock.instant(), Optional.empty());
  }

  private OutboxNode node() {
    return node(first, second);
  }

  private OutboxNode node(FakeCarrier... carriers) {
    return ready(new OutboxNode(database, clock, settings(), carriers));
  }

  private OutboxNode ready(OutboxNode node) {
    node.stopCouriers();
    nodes.add(node);
    return node;
  }

  private static List<String> settings() {
    return List.of(
        "tweestap.delivery.no-receipt-after=" + SILENCE, "tweestap.delivery.resend-lost=none");
  }

  /// Each message gets ids of its own: the first a-1, then a-2.
  private static Function<OutgoingMessage, HandOver> taking(String... names) {
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

  private MessageRecord message(OutboxNode node, UUID id) {
    return node.messages().find(TENANT, id).orElseThrow();
  }

  private MessageState state(OutboxNode node, UUID id) {
    return message(node, id).state();
  }

  /// Whether text and recipient are still there.
  private boolean isKept(UUID id) {
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
