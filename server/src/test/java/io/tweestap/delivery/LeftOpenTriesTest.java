package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.route.CarrierHealth;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A node that dies between handing a message over and writing that down: the message goes out
/// again, and its record says that the first try may have reached the person.
class LeftOpenTriesTest {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final FakeCarrier first = FakeCarrier.named("first", 1, _ -> accepted());
  private final FakeCarrier second = FakeCarrier.named("second", 2, _ -> accepted());
  private final OutboxNode node = new OutboxNode(database, clock, first, second);

  @AfterEach
  void close() {
    node.close();
    database.close();
  }

  @Test
  void theNextTryIsBesideOneWhoseOutcomeIsUnknown() {
    UUID id = leftOpen();
    claim("first").forEach(message -> node.deliver(first, message));
    assertThat(tries(id)).containsExactly("1 first NO_ANSWER outcome unknown", "2 first ACCEPTED");
  }

  @Test
  void soItIsWhereAnotherCarrierGoesOn() {
    UUID id = leftOpen();
    first.up(false);
    clock.advance(CarrierHealth.DOWN_AFTER);
    database.jdbc().sql("UPDATE carrier_seen SET up_at = up_at - interval '1 hour'").update();
    node.lookAround();
    claim("second").forEach(message -> node.deliver(second, message));
    assertThat(tries(id)).containsExactly("1 first NO_ANSWER outcome unknown", "2 second ACCEPTED");
  }

  @Test
  void soItIsWhereItsLifeIsOver() {
    UUID id = leftOpen();
    clock.advance(LIFE);
    node.expiry().run();
    assertThat(tries(id)).containsExactly("1 first NO_ANSWER outcome unknown");
    var record = node.messages().find(SampleMessages.TENANT, id).orElseThrow();
    assertThat(record.state()).isEqualTo(MessageState.EXPIRED);
    assertThat(record.lastError()).startsWith("outcome unknown");
  }

  @Test
  void marketingThatMayHaveGoneOutIsNotSentAgain() {
    UUID id = leftOpen(Priority.BULK);
    claim("first").forEach(message -> node.deliver(first, message));
    assertThat(first.got()).isEmpty();
    isFailed(id);
  }

  @Test
  void norByAnotherCarrier() {
    UUID id = leftOpen(Priority.BULK);
    first.up(false);
    clock.advance(CarrierHealth.DOWN_AFTER);
    database.jdbc().sql("UPDATE carrier_seen SET up_at = up_at - interval '1 hour'").update();
    node.lookAround();
    claim("second").forEach(message -> node.deliver(second, message));
    assertThat(second.got()).isEmpty();
    isFailed(id);
  }

  private void isFailed(UUID id) {
    assertThat(tries(id)).containsExactly("1 first NO_ANSWER outcome unknown");
    var record = node.messages().find(SampleMessages.TENANT, id).orElseThrow();
    assertThat(record.state()).isEqualTo(MessageState.FAILED);
    assertThat(record.carrier()).isEqualTo("first");
    assertThat(record.lastError()).startsWith("outcome unknown");
  }

  private UUID leftOpen() {
    return leftOpen(Priority.CODE);
  }

  /// Claimed by a node that never came back, whose lease is over.
  private UUID leftOpen(Priority priority) {
    node.stopCouriers();
    UUID id =
        node.outbox()
            .add(
                SampleMessages.TENANT,
                new NewMessage(
                    UUID.randomUUID(),
                    priority,
                    Channel.SMS,
                    SampleMessages.NUMBER,
                    "+31******78",
                    "Acme",
                    "",
                    "481516",
                    Locale.ENGLISH,
                    clock.instant().plus(LIFE)));
    assertThat(claim("first")).hasSize(1);
    clock.advance(Outbox.LEASE);
    return id;
  }

  private List<Claimed> claim(String carrier) {
    return node.rows().claim(carrier, Set.of(Channel.SMS), Priority.CODE, clock.instant(), 10);
  }

  private List<String> tries(UUID id) {
    return node.messages().find(SampleMessages.TENANT, id).orElseThrow().tries().stream()
        .map(one ->
            one.number()
                + " "
                + one.carrier()
                + " "
                + one.outcome()
                + (one.error() == null ? "" : " " + one.error().replaceAll(":.*", "")))
        .toList();
  }

  private static HandOver accepted() {
    return HandOver.Accepted.plainly(1);
  }
}
