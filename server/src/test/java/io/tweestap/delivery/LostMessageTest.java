package io.tweestap.delivery;

import static io.tweestap.delivery.MessageState.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tweestap.credit.Fate;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.rule.RouteRule;
import io.tweestap.delivery.rule.RouteRule.Share;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Codes that a carrier took and then reported as lost. The couriers stand still, and time moves by
/// hand.
class LostMessageTest {
  private static final TenantId TENANT = SampleMessages.TENANT;
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final List<OutboxNode> nodes = new ArrayList<>();
  private final FakeCarrier first = FakeCarrier.named("first", 1, taking("a"));
  private final FakeCarrier second = FakeCarrier.named("second", 2, taking("b"));
  private final FakeCarrier third = FakeCarrier.named("third", 3, taking("c"));

  @AfterEach
  void close() {
    nodes.forEach(OutboxNode::close);
    database.close();
  }

  @Test
  void aLostCodeGoesToTheNextCarrierAtOnceWithTheSameIdAndText() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    assertThat(isKept(id)).isTrue();
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    assertThat(state(node, id)).as("not final while another may have it").isEqualTo(ACCEPTED);
    node.trySecond();
    assertThat(second.got())
        .extracting(OutgoingMessage::id, OutgoingMessage::text, OutgoingMessage::recipient)
        .containsExactly(tuple(id, "481516", SampleMessages.NUMBER));
    MessageRecord message = message(node, id);
    assertThat(message.state()).isEqualTo(ACCEPTED);
    assertThat(message.sequence()).as("to the outside nothing happened").isEqualTo(1);
    assertThat(message.tries().getLast().route()).isEqualTo("rank, since first lost it");
    report(node, "second", "b-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void whatTheLastCarrierLosesIsUndelivered() {
    OutboxNode node = node();
    UUID id = lostTwice(node);
    node.trySecond();
    assertThat(third.got()).hasSize(1);
    report(node, "third", "c-1", ReceiptState.EXPIRED);
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
    assertThat(message(node, id).sequence()).isEqualTo(2);
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void noMoreCarriersThanTheSettingSays() {
    OutboxNode node = node(List.of("tweestap.delivery.carriers-max=2"), first, second, third);
    UUID id = lostTwice(node);
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
    node.trySecond();
    assertThat(third.got()).isEmpty();
  }

  @Test
  void withoutAnotherCarrierItIsUndeliveredAtOnce() {
    OutboxNode node = node(first);
    UUID id = accepted(node, Priority.CODE);
    assertThat(isKept(id)).isFalse();
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
  }

  @Test
  void whenTheOthersAreDownItEnds() {
    OutboxNode node = node(first, second);
    UUID id = accepted(node, Priority.CODE);
    second.up(false);
    database.jdbc().sql("UPDATE carrier_seen SET up_at = up_at - interval '1 minute'").update();
    clock.advance(CarrierHealth.COMING_UP);
    node.lookAround();
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.trySecond();
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void anExpiredCodeIsNotDeliveredLate() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    UUID silent = accepted(node, Priority.CODE);
    clock.advance(LIFE);
    report(node, "first", "a-1", ReceiptState.EXPIRED);
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(isKept(silent)).as("nobody needs its text any more").isFalse();
    assertThat(state(node, silent)).isEqualTo(ACCEPTED);
  }

  @Test
  void oneThatExpiresWhileItWaitsForTheNextCarrierIsUndelivered() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    clock.advance(LIFE);
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void whatNobodyWaitsForAnyMoreEnds() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.wanted(false);
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
  }

  @Test
  void whatIsWithdrawnAfterItsLossEndsWithoutAnotherTry() {
    OutboxNode node = node();
    UUID about = UUID.randomUUID();
    UUID id = node.outbox().add(TENANT, message(Priority.CODE, about));
    deliver(node, first);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.outbox().withdraw(TENANT, about);
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void whatIsWithdrawnBeforeItsLossIsUndeliveredByIt() {
    OutboxNode node = node();
    UUID about = UUID.randomUUID();
    UUID id = node.outbox().add(TENANT, message(Priority.CODE, about));
    deliver(node, first);
    node.outbox().withdraw(TENANT, about);
    assertThat(isKept(id)).isFalse();
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
  }

  @Test
  void fraudAndWhatSomebodyTookBackGoNowhereElse() {
    OutboxNode node = node();
    UUID fraud = accepted(node, Priority.CODE);
    UUID deleted = accepted(node, Priority.CODE);
    UUID unreachable = accepted(node, Priority.CODE);
    report(node, "a-1", ReceiptState.UNDELIVERABLE, FailureClass.FRAUD);
    report(node, "first", "a-2", ReceiptState.DELETED);
    report(node, "a-3", ReceiptState.UNDELIVERABLE, FailureClass.WRONG_TRANSPORT);
    assertThat(state(node, fraud)).isEqualTo(MessageState.UNDELIVERED);
    assertThat(state(node, deleted)).isEqualTo(MessageState.UNDELIVERED);
    assertThat(state(node, unreachable)).isEqualTo(ACCEPTED);
  }

  @Test
  void ofALongTextOneHopelessPartIsEnough() {
    FakeCarrier long1 = FakeCarrier.named("first", 1, taking("a", "b"));
    OutboxNode node = node(long1, second);
    UUID id = add(node, Priority.CODE);
    deliver(node, long1);
    report(node, "a-1", ReceiptState.REJECTED, FailureClass.FRAUD);
    assertThat(state(node, id)).isEqualTo(ACCEPTED);
    report(node, "first", "b-1", ReceiptState.UNDELIVERABLE);
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
  }

  @Test
  void whatArrivedInPartEndsAsItIs() {
    FakeCarrier long1 = FakeCarrier.named("first", 1, taking("a", "b"));
    OutboxNode node = node(long1, second);
    UUID id = add(node, Priority.CODE);
    deliver(node, long1);
    report(node, "first", "a-1", ReceiptState.DELIVERED);
    report(node, "first", "b-1", ReceiptState.UNDELIVERABLE);
    assertThat(state(node, id)).isEqualTo(MessageState.PARTLY_DELIVERED);
  }

  @Test
  void messagesOfOtherPrioritiesOnlyWhereTheSettingOrTheRuleSaysSo() {
    OutboxNode node = node();
    assertThat(isKept(accepted(node, Priority.NOTICE))).isFalse();
    node.rules().replace(TENANT, null, List.of(rule(Priority.BULK, true)));
    assertThat(isKept(accepted(node, Priority.BULK))).isTrue();
    assertThat(isKept(accepted(node, Priority.NOTICE))).isFalse();
    node.rules().replace(TENANT, null, List.of(rule(Priority.CODE, false)));
    assertThat(isKept(accepted(node, Priority.CODE))).isFalse();
    OutboxNode all = node(List.of("tweestap.delivery.resend-lost=service"), first, second);
    assertThat(isKept(accepted(all, Priority.NOTICE))).isTrue();
  }

  @Test
  void aLossThatIsReportedWhileAnotherCarrierIsAskedIsNotTheEnd() {
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    Function<OutgoingMessage, HandOver> take = taking("b");
    FakeCarrier slow =
        FakeCarrier.named(
            "second",
            2,
            message -> {
              meanwhile.get().run();
              return take.apply(message);
            });
    OutboxNode node = node(List.of("tweestap.delivery.no-receipt-after=40s"), first, slow);
    UUID id = accepted(node, Priority.CODE);
    meanwhile.set(() -> report(node, "first", "a-1", ReceiptState.UNDELIVERABLE));
    clock.advance(Duration.ofSeconds(40));
    node.trySecond();
    assertThat(state(node, id)).isEqualTo(ACCEPTED);
    report(node, "second", "b-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void aLossReportedWhileACarrierIsAskedThatTakesNothingIsTheEnd() {
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    FakeCarrier refusing =
        FakeCarrier.named(
            "second",
            2,
            _ -> {
              meanwhile.get().run();
              return new HandOver.Failed(FailureClass.REJECTED, "not a number");
            });
    OutboxNode node = node(List.of("tweestap.delivery.no-receipt-after=40s"), first, refusing);
    UUID id = accepted(node, Priority.CODE);
    meanwhile.set(() -> report(node, "first", "a-1", ReceiptState.UNDELIVERABLE));
    clock.advance(Duration.ofSeconds(40));
    node.trySecond();
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
    assertThat(message(node, id).sequence()).isEqualTo(2);
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void aCarrierThatIsUnavailableIsPassedOver() {
    FakeCarrier unavailable =
        FakeCarrier.named(
            "second", 2, _ -> new HandOver.Failed(FailureClass.UNAVAILABLE, "out of order"));
    OutboxNode node = node(first, unavailable, third);
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.trySecond();
    assertThat(state(node, id)).isEqualTo(ACCEPTED);
    node.trySecond();
    assertThat(third.got()).hasSize(1);
    report(node, "third", "c-1", ReceiptState.DELIVERED);
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void aReceiptOfTheNextCarrierThatIsFasterThanItsAnswerCounts() {
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    Function<OutgoingMessage, HandOver> take = taking("b");
    FakeCarrier fast =
        FakeCarrier.named(
            "second",
            2,
            message -> {
              meanwhile.get().run();
              return take.apply(message);
            });
    OutboxNode node = node(first, fast);
    UUID id = accepted(node, Priority.CODE);
    meanwhile.set(() -> report(node, "second", "b-1", ReceiptState.DELIVERED));
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.trySecond();
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void aNodeThatDiesOnTheWayLeavesNothingOpen() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    database.jdbc().sql("UPDATE message SET claimed_at = now(), attempts = 2").update();
    node.trySecond();
    assertThat(second.got()).isEmpty();
    assertThat(state(node, id)).isEqualTo(MessageState.UNDELIVERED);
    assertThat(isKept(id)).isFalse();
  }

  @Test
  void deliveredIsNeverTakenBackWhateverOrderReceiptsComeIn() {
    OutboxNode node = node();
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.trySecond();
    report(node, "second", "b-1", ReceiptState.DELIVERED);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    report(node, "second", "b-1", ReceiptState.EXPIRED);
    node.trySecond();
    assertThat(state(node, id)).isEqualTo(MessageState.DELIVERED);
    assertThat(message(node, id).sequence()).isEqualTo(2);
    assertThat(third.got()).isEmpty();
  }

  @Test
  void twoNodesTryEachOnce() throws InterruptedException {
    OutboxNode here = node();
    OutboxNode there = node();
    for (int i = 1; i <= 30; i++) {
      accepted(here, Priority.CODE);
      report(i % 2 == 0 ? here : there, "first", "a-" + i, ReceiptState.UNDELIVERABLE);
    }
    Thread other = Thread.ofVirtual().start(there::trySecond);
    here.trySecond();
    other.join();
    here.trySecond();
    assertThat(second.got()).hasSize(30);
    assertThat(second.got()).extracting(OutgoingMessage::id).doesNotHaveDuplicates();
  }

  @Test
  void itIsPaidForOnceHoweverManyCarriersHaveIt() {
    OutboxNode node = node();
    MessageFates fates = node.fates();
    UUID id = accepted(node, Priority.CODE);
    Map<UUID, Fate> sent = Map.of(id, new Fate.Sent(1));
    assertThat(fates.of(TENANT, List.of(id))).isEqualTo(sent);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    assertThat(fates.of(TENANT, List.of(id))).as("lost is sent").isEqualTo(sent);
    node.trySecond();
    assertThat(fates.of(TENANT, List.of(id))).isEqualTo(sent);
  }

  private UUID lostTwice(OutboxNode node) {
    UUID id = accepted(node, Priority.CODE);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.trySecond();
    assertThat(second.got()).hasSize(1);
    report(node, "second", "b-1", ReceiptState.REJECTED);
    return id;
  }

  private static RouteRule rule(Priority priority, boolean resendLost) {
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

  private void report(OutboxNode node, String id, ReceiptState state, FailureClass kind) {
    node.receipts()
        .report(
            List.of(
                new CarrierReceipt(
                    "first", id, state, clock.instant(), Optional.empty(), Optional.of(kind))),
            IdForm.USUAL);
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
        .forEach(message -> node.delivery().deliver(carrier, message));
  }

  private void report(OutboxNode node, String carrier, String id, ReceiptState state) {
    node.receipts().report(List.of(receipt(carrier, id, state)), IdForm.USUAL);
  }

  private CarrierReceipt receipt(String carrier, String id, ReceiptState state) {
    return new CarrierReceipt(carrier, id, state, clock.instant(), Optional.empty());
  }

  private OutboxNode node() {
    return node(first, second, third);
  }

  private OutboxNode node(FakeCarrier... carriers) {
    return node(List.of(), carriers);
  }

  private OutboxNode node(List<String> settings, FakeCarrier... carriers) {
    return ready(new OutboxNode(database, clock, settings, carriers));
  }

  private OutboxNode ready(OutboxNode node) {
    node.stopCouriers();
    nodes.add(node);
    return node;
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
