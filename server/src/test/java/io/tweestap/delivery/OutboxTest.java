package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The outbox on a real PostgreSQL. The couriers stand still; each test claims and delivers itself,
/// so that nothing depends on the moment.
class OutboxTest {
  private static final TenantId TENANT = SampleMessages.TENANT;
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int MANY = 100;

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final List<OutboxNode> nodes = new ArrayList<>();

  @AfterEach
  void close() {
    nodes.forEach(OutboxNode::close);
    database.close();
  }

  @Test
  void textAndRecipientAreSealedWhileQueuedAndGoneOnceHandedOver() {
    FakeCarrier carrier = FakeCarrier.accepting();
    OutboxNode node = node(carrier);
    UUID id = add(node, Priority.CODE, "481516 is your code");
    assertThat(database.dump("message"))
        .contains("+31******78")
        .doesNotContain("31612345678", "481516");
    assertThat(sealed(id)).isTrue();

    deliverDue(node, carrier);

    assertThat(carrier.got())
        .extracting(OutgoingMessage::text)
        .containsExactly("481516 is your code");
    assertThat(carrier.got().getFirst().recipient()).isEqualTo(SampleMessages.NUMBER);
    assertThat(state(id)).isEqualTo("accepted");
    assertThat(sealed(id)).isFalse();
  }

  @Test
  void textAndRecipientAreGoneOnceRefused() {
    FakeCarrier carrier = FakeCarrier.sms(_ -> Said.rejected("no such number"));
    OutboxNode node = node(carrier);
    UUID id = add(node, Priority.CODE, "481516");
    deliverDue(node, carrier);
    assertThat(state(id)).isEqualTo("failed");
    assertThat(text(id, "last_error")).isEqualTo("no such number");
    assertThat(sealed(id)).isFalse();
    clock.advance(Duration.ofMinutes(1));
    assertThat(deliverDue(node, carrier)).isZero();
  }

  @Test
  void anExpiredCodeIsNeverSent() {
    FakeCarrier carrier = FakeCarrier.accepting();
    OutboxNode node = node(carrier);
    UUID id = add(node, Priority.CODE, "481516");
    clock.advance(LIFE);
    deliverDue(node, carrier);
    assertThat(carrier.got()).isEmpty();
    assertThat(state(id)).isEqualTo("expired");
    assertThat(sealed(id)).isFalse();
  }

  @Test
  void aCodeThatExpiresBetweenClaimAndSendIsNotSent() {
    FakeCarrier carrier = FakeCarrier.accepting();
    OutboxNode node = node(carrier);
    UUID id = add(node, Priority.CODE, "481516");
    List<Claimed> claimed = claim(node, MANY);
    clock.advance(LIFE);
    claimed.forEach(message -> node.deliver(carrier, message));
    assertThat(carrier.got()).isEmpty();
    assertThat(state(id)).isEqualTo("expired");
  }

  @Test
  void housekeepingEndsWhatNoCarrierCameFor() {
    OutboxNode node = node(FakeCarrier.accepting());
    UUID over = add(node, Priority.CODE, "481516");
    clock.advance(LIFE.minusSeconds(1));
    UUID alive = add(node, Priority.CODE, "481517");
    clock.advance(Duration.ofSeconds(1));
    node.expiry().run();
    assertThat(state(over)).isEqualTo("expired");
    assertThat(sealed(over)).isFalse();
    assertThat(state(alive)).isEqualTo("queued");
  }

  @Test
  void housekeepingLeavesAloneWhatIsBeingHandedOver() {
    OutboxNode node = node(FakeCarrier.accepting());
    UUID id = add(node, Priority.CODE, "481516");
    clock.advance(LIFE.minusSeconds(1));
    assertThat(claim(node, MANY)).hasSize(1);
    clock.advance(Duration.ofSeconds(2));
    node.expiry().run();
    assertThat(state(id)).isEqualTo("queued");
  }

  @Test
  void aFailedTryIsRepeatedWithGrowingPausesInsideItsLife() {
    FakeCarrier carrier = FakeCarrier.sms(_ -> Said.retry("busy"));
    OutboxNode node = node(carrier);
    UUID id = add(node, Priority.CODE, "481516");
    List<Duration> pauses = new ArrayList<>();
    while (state(id).equals("queued")) {
      deliverDue(node, carrier);
      Duration pause = Duration.between(clock.instant(), time(id, "next_attempt_at"));
      if (state(id).equals("queued")) {
        assertThat(deliverDue(node, carrier)).as("not before its time").isZero();
        pauses.add(pause);
        clock.advance(pause);
      }
    }
    assertThat(pauses).hasSizeGreaterThanOrEqualTo(6).isSorted();
    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2500));
    assertThat(clock.instant()).isBefore(SampleMessages.NOW.plus(LIFE));
    assertThat(state(id)).isEqualTo("expired");
    assertThat(text(id, "last_error")).contains("busy");
    assertThat(sealed(id)).isFalse();
  }

  @Test
  void aMessageWithALongLifeFailsAfterTwelveTries() {
    FakeCarrier carrier = FakeCarrier.sms(_ -> Said.retry("cut off"));
    OutboxNode node = node(carrier);
    UUID id =
        node.outbox()
            .add(TENANT, message(Priority.BULK, "hello", UUID.randomUUID(), Duration.ofDays(2)));
    while (state(id).equals("queued")) {
      clock.advance(Duration.ofMinutes(13));
      deliverDue(node, carrier);
    }
    assertThat(carrier.got()).hasSize(12);
    assertThat(state(id)).isEqualTo("failed");
    assertThat(text(id, "last_error")).contains("tried too often", "cut off");
  }

  @Test
  void theWaitThatACarrierAsksForIsKeptWithinReason() {
    List<Duration> asked =
        List.of(Duration.ofSeconds(40), Duration.ZERO, Duration.ofDays(99_999_999));
    FakeCarrier carrier =
        FakeCarrier.sms(m ->
            new HandOver.Failed(
                FailureClass.RETRY, "later", Optional.of(asked.get(m.attempt() - 1))));
    OutboxNode node = node(carrier);
    UUID id = add(node, Priority.CODE, "481516");
    deliverDue(node, carrier);
    assertThat(time(id, "next_attempt_at")).isEqualTo(SampleMessages.NOW.plusSeconds(40));
    clock.advance(Duration.ofSeconds(40));
    deliverDue(node, carrier);
    assertThat(time(id, "next_attempt_at")).isEqualTo(SampleMessages.NOW.plusSeconds(41));
    clock.advance(Duration.ofSeconds(1));
    deliverDue(node, carrier);
    assertThat(state(id)).isEqualTo("expired");
  }

  @Test
  void codesGoBeforeEverythingElse() {
    FakeCarrier carrier = FakeCarrier.accepting();
    OutboxNode node = node(carrier);
    for (int i = 0; i < 20; i++) {
      add(node, Priority.BULK, "sale");
    }
    clock.advance(Duration.ofSeconds(5));
    UUID code = add(node, Priority.CODE, "481516");
    assertThat(claim(node, 1)).extracting(Claimed::id).containsExactly(code);
  }

  @Test
  void bulkCanBeClaimedPastEverythingUrgent() {
    OutboxNode node = node(FakeCarrier.accepting());
    add(node, Priority.CODE, "481516");
    add(node, Priority.NOTICE, "a new device");
    UUID sale = add(node, Priority.BULK, "sale");
    assertThat(claim(node, Priority.BULK, MANY)).extracting(Claimed::id).containsExactly(sale);
  }

  @Test
  void neverMoreAreClaimedThanAskedFor() {
    OutboxNode node = node(FakeCarrier.accepting());
    for (int i = 0; i < 30; i++) {
      add(node, Priority.CODE, "481516");
    }
    database
        .transaction()
        .executeWithoutResult(_ -> {
          // The plan that repeats an unprotected search for each row.
          for (String way :
              List.of("hashjoin", "mergejoin", "material", "indexscan", "bitmapscan")) {
            database.jdbc().sql("SET LOCAL enable_" + way + " = off").update();
          }
          assertThat(claim(node, 3)).hasSize(3);
        });
  }

  @Test
  void aWithdrawnMessageIsNotSentAndItsTextIsGone() {
    FakeCarrier carrier = FakeCarrier.accepting();
    OutboxNode node = node(carrier);
    UUID about = UUID.randomUUID();
    UUID id = node.outbox().add(TENANT, message(Priority.CODE, "481516", about, LIFE));
    UUID other = add(node, Priority.CODE, "other");
    node.outbox().withdraw(new TenantId(UUID.randomUUID()), about);
    assertThat(state(id)).as("another tenant cannot").isEqualTo("queued");
    node.outbox().withdraw(TENANT, about);
    deliverDue(node, carrier);
    assertThat(carrier.got()).extracting(OutgoingMessage::id).containsExactly(other);
    assertThat(state(id)).isEqualTo("canceled");
    assertThat(sealed(id)).isFalse();
  }

  @Test
  void whatWasWithdrawnWhileACarrierTookItCountsAsAccepted() {
    UUID about = UUID.randomUUID();
    List<OutboxNode> withdrawing = new ArrayList<>();
    FakeCarrier carrier =
        FakeCarrier.sms(_ -> {
          withdrawing.getFirst().outbox().withdraw(TENANT, about);
          return HandOver.Accepted.plainly(1);
        });
    OutboxNode node = node(carrier);
    withdrawing.add(node);
    UUID id = node.outbox().add(TENANT, message(Priority.CODE, "481516", about, LIFE));
    deliverDue(node, carrier);
    assertThat(state(id)).isEqualTo("accepted");
  }

  @Test
  void whatWasWithdrawnWhileACarrierFailedIsNotTriedAgain() {
    UUID about = UUID.randomUUID();
    List<OutboxNode> withdrawing = new ArrayList<>();
    FakeCarrier carrier =
        FakeCarrier.sms(_ -> {
          withdrawing.getFirst().outbox().withdraw(TENANT, about);
          return Said.retry("busy");
        });
    OutboxNode node = node(carrier);
    withdrawing.add(node);
    UUID id = node.outbox().add(TENANT, message(Priority.CODE, "481516", about, LIFE));
    deliverDue(node, carrier);
    clock.advance(Duration.ofMinutes(1));
    assertThat(deliverDue(node, carrier)).isZero();
    assertThat(state(id)).isEqualTo("canceled");
  }

  @Test
  void aClaimWhoseNodeDiedIsSentByAnotherOnceTheLeaseIsOver() {
    FakeCarrier carrier = FakeCarrier.accepting();
    OutboxNode dead = node(FakeCarrier.accepting());
    OutboxNode alive = node(carrier);
    UUID id = add(dead, Priority.CODE, "481516");
    assertThat(claim(dead, MANY)).hasSize(1);
    clock.advance(Outbox.LEASE.minusMillis(1));
    assertThat(deliverDue(alive, carrier)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(deliverDue(alive, carrier)).isEqualTo(1);
    assertThat(carrier.got()).extracting(OutgoingMessage::attempt).containsExactly(2);
    assertThat(state(id)).isEqualTo("accepted");
  }

  @Test
  void aLateResultOfAnEndedLeaseDoesNotCount() {
    FakeCarrier late = FakeCarrier.sms(_ -> Said.rejected("late"));
    FakeCarrier carrier = FakeCarrier.sms(_ -> Said.retry("busy"));
    OutboxNode slow = node(late);
    OutboxNode quick = node(carrier);
    UUID id = add(slow, Priority.CODE, "481516");
    List<Claimed> first = claim(slow, MANY);
    clock.advance(Outbox.LEASE);
    deliverDue(quick, carrier);
    first.forEach(message -> slow.deliver(late, message));
    assertThat(state(id)).isEqualTo("queued");
    assertThat(text(id, "last_error")).isEqualTo("busy");
  }

  @Test
  void aCarrierThatThrowsCostsOneTryAndNotTheMessage() {
    FakeCarrier carrier =
        FakeCarrier.sms(m -> {
          if (m.attempt() == 1) {
            throw new IllegalStateException("for " + m.recipient() + ": " + m.text());
          }
          return HandOver.Accepted.plainly(1);
        });
    OutboxNode node = node(carrier);
    UUID id = add(node, Priority.CODE, "481516");
    deliverDue(node, carrier);
    assertThat(database.dump("message")).doesNotContain("31612345678", "481516");
    clock.advance(Duration.ofSeconds(3));
    deliverDue(node, carrier);
    assertThat(state(id)).isEqualTo("accepted");
  }

  @Test
  void wordsThatADatabaseRefusesDoNotKeepAResultFromBeingWritten() {
    FakeCarrier carrier =
        FakeCarrier.sms(_ ->
            new HandOver.Accepted(
                List.of("id\u0000\ud83d1"), 2, Optional.empty(), Optional.of("\u0000")));
    OutboxNode node = node(carrier);
    UUID id = add(node, Priority.CODE, "481516");
    deliverDue(node, carrier);
    assertThat(state(id)).isEqualTo("accepted");
    assertThat(text(id, "carrier_message_id")).isEqualTo("id  1");
    assertThat(text(id, "parts")).isEqualTo("2");
  }

  private OutboxNode node(FakeCarrier carrier) {
    OutboxNode node = new OutboxNode(database, clock, carrier);
    node.stopCouriers();
    nodes.add(node);
    return node;
  }

  private UUID add(OutboxNode node, Priority priority, String text) {
    return node.outbox().add(TENANT, message(priority, text, UUID.randomUUID(), LIFE));
  }

  private NewMessage message(Priority priority, String text, UUID about, Duration life) {
    return new NewMessage(
        about,
        priority,
        Channel.SMS,
        SampleMessages.NUMBER,
        "+31******78",
        "Acme",
        "Your code",
        text,
        Locale.ENGLISH,
        clock.instant().plus(life));
  }

  private List<Claimed> claim(OutboxNode node, int batch) {
    return claim(node, Priority.CODE, batch);
  }

  private List<Claimed> claim(OutboxNode node, Priority from, int batch) {
    return node.rows().claim("fake", Set.of(Channel.SMS), from, clock.instant(), batch);
  }

  private int deliverDue(OutboxNode node, Carrier carrier) {
    List<Claimed> claimed = claim(node, MANY);
    claimed.forEach(message -> node.deliver(carrier, message));
    return claimed.size();
  }

  private String state(UUID id) {
    return text(id, "state");
  }

  private String text(UUID id, String column) {
    return database
        .jdbc()
        .sql("SELECT " + column + "::text FROM message WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private boolean sealed(UUID id) {
    return database
        .jdbc()
        .sql(
            "SELECT recipient_sealed IS NOT NULL OR content_sealed IS NOT NULL"
                + " FROM message WHERE id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private Instant time(UUID id, String column) {
    return database
        .jdbc()
        .sql("SELECT " + column + " AS moment FROM message WHERE id = :id")
        .param("id", id)
        .query((row, _) -> SqlTime.read(row, "moment"))
        .single();
  }
}
