package io.tweestap.delivery;

import static io.tweestap.delivery.MessageState.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.receipt.ReceiptState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Receipts, carriers and nodes that cross each other while a lost code is on its way to the next
/// carrier.
class LostMeanwhileTest extends LostScene {
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
}
