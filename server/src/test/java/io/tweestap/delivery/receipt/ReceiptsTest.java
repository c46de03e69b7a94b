package io.tweestap.delivery.receipt;

import static io.tweestap.delivery.receipt.ReceiptState.DELIVERED;
import static io.tweestap.delivery.receipt.ReceiptState.ENROUTE;
import static io.tweestap.delivery.receipt.ReceiptState.EXPIRED;
import static io.tweestap.delivery.receipt.ReceiptState.UNCLEAR;
import static io.tweestap.delivery.receipt.ReceiptState.UNDELIVERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.OutboxNode;
import io.tweestap.delivery.ReceiptScene;
import io.tweestap.delivery.jdbc.Reported;
import io.tweestap.shared.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What receipts make of messages, on a real PostgreSQL.
class ReceiptsTest {
  private final ReceiptScene scene = new ReceiptScene();
  private final OutboxNode node = scene.node();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aMessageIsDeliveredWhenAllItsPartsAre() {
    UUID id = scene.accepted(node, "a", "b", "c");
    scene.report(node, "a", DELIVERED);
    scene.report(node, "c", DELIVERED);
    assertThat(scene.state(id)).isEqualTo("accepted");
    assertThat(scene.partStates(id)).isEqualTo("delivered,accepted,delivered");
    scene.report(node, "b", DELIVERED);
    assertThat(scene.state(id)).isEqualTo("delivered");
  }

  @Test
  void aMessageOfWhichAPartFailedIsPartlyDelivered() {
    UUID id = scene.accepted(node, "a", "b", "c");
    scene.report(node, "a", UNDELIVERABLE);
    assertThat(scene.state(id)).as("the others may fail too").isEqualTo("accepted");
    scene.report(node, "b", DELIVERED);
    assertThat(scene.state(id)).isEqualTo("partly_delivered");
    scene.report(node, "c", DELIVERED);
    assertThat(scene.state(id)).as("a success hides no failure").isEqualTo("partly_delivered");
    assertThat(scene.partStates(id)).isEqualTo("undeliverable,delivered,delivered");
  }

  @Test
  void aMessageOfWhichNothingArrivedIsUndelivered() {
    UUID id = scene.accepted(node, "a", "b");
    node.receipts()
        .report(List.of(scene.receipt("a", EXPIRED), scene.receipt("b", UNDELIVERABLE)), Set.of());
    assertThat(scene.state(id)).isEqualTo("undelivered");
  }

  @Test
  void aPartWithoutAnIdKeepsTheMessageFromBeingDelivered() {
    UUID id = scene.accepted(node, "a", "");
    scene.report(node, "a", DELIVERED);
    assertThat(scene.state(id)).isEqualTo("accepted");
    assertThat(scene.partStates(id)).isEqualTo("delivered,accepted");
  }

  @Test
  void whatComesBehindAFinalStateChangesNothing() {
    UUID id = scene.accepted(node, "a");
    scene.report(node, "a", ENROUTE);
    scene.report(node, "a", UNCLEAR);
    assertThat(scene.partStates(id)).isEqualTo("unclear");
    scene.report(node, "a", DELIVERED);
    scene.report(node, "a", ENROUTE);
    scene.report(node, "a", UNDELIVERABLE);
    assertThat(scene.partStates(id)).isEqualTo("delivered");
    assertThat(scene.state(id)).isEqualTo("delivered");
  }

  @Test
  void ofManyReceiptsInOneBatchTheFirstFinalOneCounts() {
    UUID id = scene.accepted(node, "a");
    node.receipts()
        .report(
            List.of(
                scene.receipt("a", ENROUTE),
                scene.receipt("a", DELIVERED),
                scene.receipt("a", UNDELIVERABLE),
                scene.receipt("a", ENROUTE)),
            Set.of());
    assertThat(scene.state(id)).isEqualTo("delivered");
  }

  @Test
  void idsMatchInTheFormsThatTheLinkAllows() {
    UUID hex = scene.accepted(node, "00499602D2");
    scene.report(node, "1234567890", DELIVERED);
    assertThat(scene.state(hex)).as("not among the usual forms").isEqualTo("accepted");
    node.receipts()
        .report(List.of(scene.receipt("1234567890", DELIVERED)), EnumSet.allOf(IdForm.class));
    assertThat(scene.state(hex)).isEqualTo("delivered");
    UUID folded = scene.accepted(node, "000AbC");
    scene.report(node, "aBc", DELIVERED);
    assertThat(scene.state(folded)).isEqualTo("delivered");
  }

  @Test
  void theExactIdWinsOverANearOne() {
    UUID exact = scene.accepted(node, "10");
    UUID near = scene.accepted(node, "a");
    node.receipts().report(List.of(scene.receipt("10", DELIVERED)), EnumSet.allOf(IdForm.class));
    assertThat(scene.state(exact)).isEqualTo("delivered");
    assertThat(scene.state(near)).isEqualTo("accepted");
  }

  @Test
  void anIdThatACarrierUsesAgainMeansTheNewestMessage() {
    UUID old = scene.accepted(node, "7");
    scene.clock.advance(Duration.ofSeconds(1));
    UUID fresh = scene.accepted(node, "7");
    scene.report(node, "7", DELIVERED);
    assertThat(scene.state(fresh)).isEqualTo("delivered");
    assertThat(scene.state(old)).isEqualTo("accepted");
  }

  @Test
  void anotherCarriersIdsMeanNothing() {
    UUID id = scene.accepted(node, "7");
    node.receipts()
        .report(
            List.of(
                new CarrierReceipt(
                    "other", "7", DELIVERED, scene.clock.instant(), Optional.empty())),
            IdForm.USUAL);
    assertThat(scene.state(id)).isEqualTo("accepted");
  }

  @Test
  void aReceiptThatComesBeforeTheAnswerCountsOnceThatIsRecorded() {
    UUID id = scene.queued(node);
    scene.report(node, "00A", DELIVERED);
    assertThat(scene.count("SELECT count(*) FROM parked_receipt")).isEqualTo(1);
    scene.handOver(node, "a");
    assertThat(scene.state(id)).isEqualTo("delivered");
    assertThat(scene.count("SELECT count(*) FROM parked_receipt")).isZero();
  }

  @Test
  void aReceiptThatADeadNodeLeftParkedIsSettledByTheChore() {
    UUID id = scene.accepted(node, "a");
    UUID parked = new Ids(scene.clock, new SecureRandom()).next();
    node.parked().park(List.of(new Reported(parked, scene.receipt("A", DELIVERED), IdForm.USUAL)));
    node.parkedChore().run();
    assertThat(scene.state(id)).isEqualTo("delivered");
    assertThat(scene.count("SELECT count(*) FROM parked_receipt")).isZero();
  }

  @Test
  void aReceiptThatNobodyComesForIsDropped() {
    scene.report(node, "stranger", DELIVERED);
    scene.clock.advance(SettleParkedReceipts.KEEP.minusSeconds(1));
    node.parkedChore().run();
    assertThat(scene.count("SELECT count(*) FROM parked_receipt")).isEqualTo(1);
    scene.clock.advance(Duration.ofSeconds(2));
    node.parkedChore().run();
    assertThat(scene.count("SELECT count(*) FROM parked_receipt")).isZero();
  }

  @Test
  void onlyWhatLooksLikeACodeIsKeptOfAnError() {
    UUID id = scene.accepted(node, "a");
    for (String error : List.of("069", "to 31612345678 failed", "31612345678")) {
      node.receipts()
          .report(
              List.of(
                  new CarrierReceipt(
                      "fake", "a", ENROUTE, scene.clock.instant(), Optional.of(error))),
              Set.of());
    }
    assertThat(scene.database.dump("message_part"))
        .contains(id.toString())
        .doesNotContain("3161", "069");
  }

  @Test
  void eventsCarryAGrowingNumberAndTheTimeOfTheChange() {
    scene.listen();
    UUID id = scene.accepted(node, "a", "b");
    scene.clock.advance(Duration.ofSeconds(4));
    scene.report(node, "a", DELIVERED);
    scene.report(node, "b", UNDELIVERABLE);
    scene.report(node, "b", DELIVERED);
    assertThat(scene.events(id))
        .containsExactly(
            "message.accepted 1 2026-03-01T12:00:00Z",
            "message.partly_delivered 2 2026-03-01T12:00:04Z");
  }
}
