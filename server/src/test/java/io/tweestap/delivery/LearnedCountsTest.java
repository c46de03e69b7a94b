package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.learn.Learned;
import io.tweestap.delivery.learn.LearningMode;
import io.tweestap.delivery.receipt.ReceiptState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// From typed codes to the choice of a carrier.
class LearnedCountsTest extends LostScene {
  private static final Duration TIME = Duration.ofMinutes(11);

  private final List<CodeOutcome> codes = new ArrayList<>();

  @Test
  void aTypedCodeIsToTheCreditOfTheCarrierThatTookIt() {
    OutboxNode node = learning();
    typed(sent(node), true);
    typed(sent(node), false);
    count(node);
    count(node);
    assertThat(report(node)).containsExactly("NL first 2 1");
  }

  @Test
  void whatASecondCarrierHadToTakeIsAgainstTheFirst() {
    OutboxNode node = learning();
    UUID about = sent(node);
    report(node, "first", "a-1", ReceiptState.UNDELIVERABLE);
    node.trySecond();
    typed(about, true);
    count(node);
    assertThat(report(node)).containsExactly("NL first 1 0");
  }

  @Test
  void twoNodesCountEachCodeOnce() throws InterruptedException {
    OutboxNode here = learning();
    OutboxNode there = learning();
    for (int i = 0; i < 40; i++) {
      typed(sent(here), i % 2 == 0);
    }
    clock.advance(TIME);
    Thread other = Thread.ofVirtual().start(() -> there.chore("count-code-outcomes").run());
    here.chore("count-code-outcomes").run();
    other.join();
    assertThat(report(here)).containsExactly("NL first 40 20");
  }

  @Test
  void theShadowKeepsItsNumbersBesideAMessageThatGoesItsWay() {
    OutboxNode node = learning();
    UUID id = add(node, Priority.CODE);
    MessageRecord message = message(node, id);
    Learned learned = message.learned().orElseThrow();
    assertThat(learned.mode()).isEqualTo(LearningMode.SHADOW);
    assertThat(learned.draws())
        .extracting(Learned.Numbers::carrier)
        .containsExactlyInAnyOrder("first", "second", "third");
    assertThat(route(id)).isEqualTo("first: rank");
    assertThat(message(node, add(node, Priority.NOTICE)).learned()).isEmpty();
  }

  @Test
  void aCarrierOfWhichFewerCodesAreTypedIsAskedAfterTheOthers() {
    OutboxNode node = learning("tweestap.routing.probe-share=0");
    known("first", 100, 10);
    known("second", 100, 70);
    assertThat(route(add(node, Priority.CODE)))
        .isEqualTo("second: rank, since fewer codes of first are typed");
    assertThat(route(add(node, Priority.NOTICE))).isEqualTo("first: rank");
  }

  @Test
  void whatIsOldIsForgotten() {
    OutboxNode node = learning("tweestap.routing.probe-share=0");
    known("first", 100, 10);
    known("second", 100, 70);
    clock.advance(Duration.ofHours(12));
    assertThat(route(add(node, Priority.CODE))).isEqualTo("first: rank");
  }

  @Test
  void whereLearningIsOnItChooses() {
    OutboxNode node = learning("tweestap.routing.mode=on");
    known("first", 500, 50);
    known("second", 500, 50);
    known("third", 500, 450);
    assertThat(route(add(node, Priority.CODE))).isEqualTo("third: learned");
  }

  private OutboxNode learning(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    if (all.isEmpty()) {
      all.add("tweestap.routing.half-life=7d");
    }
    OutboxNode node = node(all, first, second, third);
    node.codes(codes);
    return node;
  }

  /// The verification of a code that the first carrier took.
  private UUID sent(OutboxNode node) {
    UUID about = node.outbox().newBatch();
    node.outbox().add(SampleMessages.TENANT, message(Priority.CODE, about));
    deliver(node, first);
    return about;
  }

  private void typed(UUID about, boolean typed) {
    codes.add(new CodeOutcome(SampleMessages.TENANT, about, "NL", typed, clock.instant()));
  }

  private void count(OutboxNode node) {
    clock.advance(TIME);
    node.chore("count-code-outcomes").run();
  }

  private void known(String carrier, int sent, int typed) {
    database
        .jdbc()
        .sql(
            "INSERT INTO route_outcome (channel, country, carrier, hour, sent, typed, shadowed,"
                + " agreed) VALUES ('sms', 'NL', :carrier, date_trunc('hour', CAST(:now AS"
                + " timestamptz)), :sent, :typed, 0, 0)")
        .param("carrier", carrier)
        .param("now", clock.instant().toString())
        .param("sent", sent)
        .param("typed", typed)
        .update();
  }

  private String route(UUID id) {
    return database
        .jdbc()
        .sql("SELECT route || ': ' || route_reason FROM message WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private List<String> report(OutboxNode node) {
    return node.learning().now().stream()
        .map(one ->
            one.country()
                + " "
                + one.carrier()
                + " "
                + Math.round(one.counts().sent())
                + " "
                + Math.round(one.counts().typed()))
        .toList();
  }
}
