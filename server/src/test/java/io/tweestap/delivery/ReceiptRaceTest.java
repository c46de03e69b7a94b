package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.ReceiptState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Receipts that arrive at once, on two nodes.
class ReceiptRaceTest {
  private static final int MESSAGES = OutboxRows.CLAIM_MAX;
  private static final int THREADS = 8;

  private final ReceiptScene scene = new ReceiptScene();
  private final OutboxNode first = scene.node();
  private final OutboxNode second = scene.node();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void receiptsOfTwoPartsOnTwoNodesEndEachMessageOnce() throws Exception {
    scene.listen();
    List<CarrierReceipt> receipts = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      scene.accepted(first, "a" + i, "b" + i);
      receipts.add(scene.receipt("a" + i, ReceiptState.DELIVERED));
      receipts.add(scene.receipt("b" + i, ReceiptState.DELIVERED));
      receipts.add(scene.receipt("b" + i, ReceiptState.UNCLEAR));
    }
    List<Callable<Void>> calls = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      OutboxNode node = thread % 2 == 0 ? first : second;
      List<CarrierReceipt> shuffled = new ArrayList<>(receipts);
      Collections.shuffle(shuffled, new Random(thread));
      calls.add(() -> reportInBatches(node, shuffled));
    }
    run(calls);

    assertThat(scene.count("SELECT count(*) FROM message WHERE state = 'delivered'"))
        .isEqualTo(MESSAGES);
    assertThat(scene.count("SELECT count(*) FROM message WHERE sequence <> 2")).isZero();
    assertThat(scene.count("SELECT count(*) FROM webhook_event WHERE type = 'message.delivered'"))
        .isEqualTo(MESSAGES);
    assertThat(
            scene.count(
                "SELECT count(DISTINCT payload ->> 'id') FROM webhook_event"
                    + " WHERE type = 'message.delivered'"))
        .isEqualTo(MESSAGES);
  }

  @Test
  void aReceiptThatRacesTheAnswerIsNeverLeftBehind() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      ids.add(scene.queued(first));
    }
    FakeCarrier carrier =
        FakeCarrier.sms(message ->
            new HandOver.Accepted(
                List.of(message.id().toString()), 1, Optional.empty(), Optional.empty()));
    List<Callable<Void>> calls = new ArrayList<>();
    scene
        .claim(first)
        .forEach(message -> {
          calls.add(() -> {
            first.deliver(carrier, message);
            return null;
          });
          calls.add(() -> {
            scene.report(second, message.id().toString(), ReceiptState.DELIVERED);
            return null;
          });
        });
    run(calls);

    assertThat(ids).allMatch(id -> scene.state(id).equals("delivered"));
    assertThat(scene.count("SELECT count(*) FROM parked_receipt")).isZero();
  }

  private static Void reportInBatches(OutboxNode node, List<CarrierReceipt> receipts) {
    for (int from = 0; from < receipts.size(); from += 25) {
      node.receipts()
          .report(receipts.subList(from, Math.min(from + 25, receipts.size())), Set.of());
    }
    return null;
  }

  private static void run(List<Callable<Void>> calls) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Void> done : threads.invokeAll(calls)) {
        done.get();
      }
    }
  }
}
