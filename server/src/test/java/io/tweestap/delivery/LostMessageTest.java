package io.tweestap.delivery;

import static io.tweestap.delivery.MessageState.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tweestap.credit.Fate;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.receipt.ReceiptState;
import io.tweestap.delivery.route.CarrierHealth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Codes that a carrier took and then reported as lost.
class LostMessageTest extends LostScene {
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
}
