package io.tweestap.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutboxNode;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.ReceiptScene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When carriers are asked, and about what. Time moves by hand.
class PollReceiptsTest {
  private final ReceiptScene scene = new ReceiptScene();
  private final OutboxNode node = scene.node();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aPartIsAskedAboutWithGrowingWaitsAndNoMoreThanTwelveTimes() throws Exception {
    UUID id = accepted("a");
    assertThat(ask(Optional.empty())).as("not at once").isZero();
    Duration wait = PollReceipts.FIRST;
    for (int question = 1; question <= PollReceipts.POLLS_MAX; question++) {
      scene.clock.advance(wait.minusSeconds(1));
      assertThat(ask(Optional.empty())).isZero();
      scene.clock.advance(Duration.ofSeconds(1));
      assertThat(ask(Optional.empty())).isEqualTo(1);
      wait = wait.multipliedBy(2);
    }
    scene.clock.advance(Duration.ofDays(7));
    assertThat(ask(Optional.empty())).isZero();
    assertThat(asked).hasSize(PollReceipts.POLLS_MAX).containsOnly("a");
    assertThat(scene.state(id)).isEqualTo("accepted");
  }

  @Test
  void aFinalAnswerEndsTheMessageAndTheQuestions() throws Exception {
    UUID id = accepted("a");
    scene.clock.advance(PollReceipts.FIRST);
    assertThat(ask(Optional.of(ReceiptState.ENROUTE))).isEqualTo(1);
    scene.clock.advance(PollReceipts.FIRST.multipliedBy(2));
    assertThat(ask(Optional.of(ReceiptState.DELIVERED))).isEqualTo(1);
    assertThat(scene.state(id)).isEqualTo("delivered");
    scene.clock.advance(Duration.ofDays(1));
    assertThat(ask(Optional.of(ReceiptState.DELIVERED))).isZero();
  }

  @Test
  void onlyPartsOfCarriersThatWantToBeAskedAreAskedAbout() throws Exception {
    scene.accepted(node, "a");
    scene.clock.advance(Duration.ofDays(1));
    assertThat(ask(Optional.empty())).isZero();
  }

  @Test
  void noMoreQuestionsAtOnceThanAllowedAndEachByOneNode() throws Exception {
    for (int i = 0; i < PollReceipts.BATCH + 3; i++) {
      accepted("id" + i);
    }
    scene.clock.advance(PollReceipts.FIRST);
    assertThat(ask(Optional.empty())).isEqualTo(PollReceipts.BATCH);
    assertThat(scene.node().polling().ask(inquiry(Optional.empty()))).isEqualTo(3);
    assertThat(ask(Optional.empty())).isZero();
    assertThat(asked).doesNotHaveDuplicates().hasSize(PollReceipts.BATCH + 3);
  }

  private int ask(Optional<ReceiptState> state) throws InterruptedException {
    return node.polling().ask(inquiry(state));
  }

  private ReceiptInquiry inquiry(Optional<ReceiptState> state) {
    return new ReceiptInquiry() {
      @Override
      public String carrier() {
        return ReceiptScene.CARRIER;
      }

      @Override
      public Set<IdForm> forms() {
        return Set.of();
      }

      @Override
      public Optional<CarrierReceipt> ask(String id) {
        asked.add(id);
        return state.map(told -> scene.receipt(id, told));
      }
    };
  }

  private UUID accepted(String id) {
    UUID message = scene.queued(node);
    Carrier carrier = new AskedCarrier(id);
    scene.claim(node).forEach(claimed -> node.deliver(carrier, claimed));
    return message;
  }

  /// A carrier that has to be asked.
  private record AskedCarrier(String id) implements Carrier {
    @Override
    public String name() {
      return ReceiptScene.CARRIER;
    }

    @Override
    public Set<io.tweestap.shared.Channel> channels() {
      return Set.of(io.tweestap.shared.Channel.SMS);
    }

    @Override
    public int rank() {
      return 1;
    }

    @Override
    public int parallelMax() {
      return 1;
    }

    @Override
    public boolean asksForReceipts() {
      return true;
    }

    @Override
    public HandOver send(OutgoingMessage message) {
      return new HandOver.Accepted(List.of(id), 1, Optional.empty(), Optional.empty());
    }
  }
}
