package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.TryRecord;
import io.tweestap.delivery.route.CarrierHealth;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages that go on to the next carrier, before and after the first was asked. The couriers
/// stand still, and time moves by hand.
class RerouteTest {
  private static final TenantId TENANT = SampleMessages.TENANT;
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final List<OutboxNode> nodes = new ArrayList<>();
  private final FakeCarrier second = FakeCarrier.named("second", 2, _ -> taken());

  @AfterEach
  void close() {
    nodes.forEach(OutboxNode::close);
    database.close();
  }

  @Test
  void aMessageGoesToTheFirstCarrierThatIsUpWhenItIsWritten() {
    FakeCarrier first = FakeCarrier.named("first", 1, _ -> taken());
    OutboxNode node = node(first, second);
    assertThat(route(add(node, Priority.CODE))).isEqualTo("first: rank");
    goesDown(node, first);
    assertThat(route(add(node, Priority.CODE))).isEqualTo("second: rank, since first is down");
    first.up(true);
    node.lookAround();
    assertThat(route(add(node, Priority.CODE))).isEqualTo("first: rank");
  }

  @Test
  void whatWaitsForACarrierThatGoesDownIsGivenToTheNext() {
    FakeCarrier first = FakeCarrier.named("first", 1, _ -> taken());
    OutboxNode node = node(first, second);
    UUID code = add(node, Priority.CODE);
    UUID bulk = add(node, Priority.BULK);
    goesDown(node, first);
    assertThat(route(code)).isEqualTo("second: rank, since first is down");
    assertThat(route(bulk)).isEqualTo("second: rank, since first is down");
    assertThat(deliverDue(node, second)).isEqualTo(2);
    assertThat(state(code)).isEqualTo("accepted");
    TryRecord only = node.messages().find(TENANT, code).orElseThrow().tries().getFirst();
    assertThat(only.carrier()).isEqualTo("second");
    assertThat(only.route()).isEqualTo("rank, since first is down");
    assertThat(first.got()).isEmpty();
  }

  @Test
  void whatWaitsForACarrierThatIsGoneOrWasNeverThereIsGivenToAnother() {
    OutboxNode node = node(second);
    UUID id = add(node, Priority.CODE);
    database.jdbc().sql("UPDATE message SET route = 'gone'").update();
    node.lookAround();
    assertThat(route(id)).isEqualTo("second: rank");
    database.jdbc().sql("UPDATE message SET route = ''").update();
    node.lookAround();
    assertThat(route(id)).isEqualTo("second: rank");
  }

  @Test
  void aCarrierThatIsUpOnAnotherNodeKeepsItsMessages() {
    FakeCarrier down = FakeCarrier.named("first", 1, _ -> taken()).up(false);
    OutboxNode without = node(down, second);
    clock.advance(CarrierHealth.COMING_UP);
    OutboxNode with = node(FakeCarrier.named("first", 1, _ -> taken()), second);
    UUID id = add(with, Priority.CODE);
    without.lookAround();
    assertThat(route(id)).isEqualTo("first: rank");
    assertThat(route(add(without, Priority.CODE))).isEqualTo("first: rank");
  }

  @Test
  void aCarrierMayTakeAMomentToComeUp() {
    FakeCarrier first = FakeCarrier.named("first", 1, _ -> taken()).up(false);
    OutboxNode node = node(first, second);
    UUID id = add(node, Priority.CODE);
    assertThat(route(id)).isEqualTo("first: rank");
    clock.advance(CarrierHealth.COMING_UP);
    node.lookAround();
    assertThat(route(id)).isEqualTo("second: rank, since first is down");
  }

  @Test
  void nothingIsGivenToACarrierThatOnlyStandsIn() {
    FakeCarrier first = FakeCarrier.named("first", 1, _ -> taken());
    FakeCarrier sandbox = FakeCarrier.named("sandbox", 99, _ -> taken()).standingIn();
    OutboxNode node = node(first, sandbox);
    UUID id = add(node, Priority.CODE);
    goesDown(node, first);
    assertThat(route(id)).startsWith("first:");
    clock.advance(LIFE);
    node.expiry().run();
    assertThat(state(id)).as("never sent late").isEqualTo("expired");
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE", "WRONG_TRANSPORT"})
  void afterSuchAnAnswerTheNextCarrierIsAskedAtOnce(FailureClass kind) {
    FakeCarrier first = FakeCarrier.named("first", 1, failing(kind));
    OutboxNode node = node(first, second);
    UUID id = add(node, Priority.CODE);
    deliverDue(node, first);
    assertThat(state(id)).isEqualTo("queued");
    assertThat(deliverDue(node, second)).isEqualTo(1);
    assertThat(state(id)).isEqualTo("accepted");
    assertThat(node.messages().find(TENANT, id).orElseThrow().tries())
        .extracting(TryRecord::carrier, one -> one.outcome().name())
        .containsExactly(tuple("first", kind.name()), tuple("second", "ACCEPTED"));
  }

  @ParameterizedTest
  @CsvSource({"REJECTED", "FRAUD"})
  void afterSuchAnAnswerNobodyIsAsked(FailureClass kind) {
    FakeCarrier first = FakeCarrier.named("first", 1, failing(kind));
    OutboxNode node = node(first, second);
    UUID id = add(node, Priority.CODE);
    deliverDue(node, first);
    assertThat(state(id)).isEqualTo("failed");
    clock.advance(Duration.ofMinutes(1));
    node.lookAround();
    assertThat(deliverDue(node, second)).isZero();
  }

  @Test
  void aCarrierThatCanOnlyPutUsOffLosesTheMessageAfterTwoTries() {
    FakeCarrier first = FakeCarrier.named("first", 1, failing(FailureClass.RETRY));
    OutboxNode node = node(first, second);
    UUID id = add(node, Priority.CODE);
    deliverDue(node, first);
    assertThat(route(id)).startsWith("first:");
    clock.advance(Duration.ofSeconds(3));
    deliverDue(node, first);
    assertThat(route(id)).isEqualTo("second: rank, since first failed before");
    assertThat(deliverDue(node, second)).as("at once").isEqualTo(1);
  }

  @Test
  void whenAllFailTheyAreAskedInTurnWithPauses() {
    FakeCarrier first = FakeCarrier.named("first", 1, failing(FailureClass.UNAVAILABLE));
    FakeCarrier other = FakeCarrier.named("other", 2, failing(FailureClass.UNAVAILABLE));
    OutboxNode node = node(first, other);
    UUID id = add(node, Priority.CODE);
    deliverDue(node, first);
    deliverDue(node, other);
    assertThat(route(id)).startsWith("first:");
    assertThat(deliverDue(node, first)).as("not at once").isZero();
    clock.advance(Duration.ofSeconds(5));
    assertThat(deliverDue(node, first)).isEqualTo(1);
    assertThat(deliverDue(node, other)).isEqualTo(1);
  }

  @Test
  void whatNobodyCanReachHasFailed() {
    FakeCarrier first = FakeCarrier.named("first", 1, failing(FailureClass.WRONG_TRANSPORT));
    FakeCarrier other = FakeCarrier.named("other", 2, failing(FailureClass.WRONG_TRANSPORT));
    OutboxNode node = node(first, other);
    UUID id = add(node, Priority.CODE);
    deliverDue(node, first);
    deliverDue(node, other);
    assertThat(state(id)).isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource({
    "none, CODE, failed",
    "code, CODE, queued",
    "code, NOTICE, failed",
    "service, NOTICE, queued",
    "service, BULK, failed",
    "all, BULK, queued"
  })
  void withoutAnAnswerOnlyWhatTheSettingNamesIsSentAgain(
      String setting, Priority priority, String state) {
    FakeCarrier silent = FakeCarrier.named("silent", 1, _ -> new HandOver.Unknown("cut off"));
    OutboxNode node =
        new OutboxNode(
            database, clock, List.of("tweestap.delivery.resend-unanswered=" + setting), silent);
    node.stopCouriers();
    nodes.add(node);
    UUID id = add(node, priority);
    deliverDue(node, silent);
    assertThat(state(id)).isEqualTo(state);
    assertThat(node.messages().find(TENANT, id).orElseThrow().lastError())
        .isEqualTo("outcome unknown: cut off");
  }

  @Test
  void eachTryIsKeptWithItsCarrierAndWhatTheCarrierSaid() {
    List<HandOver> answers =
        List.of(
            new HandOver.Failed(FailureClass.UNAVAILABLE, "no line"),
            new HandOver.Unknown("cut off"),
            HandOver.Accepted.plainly(1));
    FakeCarrier only = FakeCarrier.named("only", 1, m -> answers.get(m.attempt() - 1));
    OutboxNode node = node(only);
    UUID id = add(node, Priority.CODE);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(deliverDue(node, only)).isEqualTo(1);
      clock.advance(Duration.ofSeconds(10));
    }
    assertThat(node.messages().find(TENANT, id).orElseThrow().tries())
        .containsExactly(
            tried(1, 0, TryOutcome.UNAVAILABLE, "no line"),
            tried(2, 10, TryOutcome.NO_ANSWER, "outcome unknown: cut off"),
            tried(3, 20, TryOutcome.ACCEPTED, null));
  }

  private static TryRecord tried(
      int number, int second, TryOutcome outcome, @Nullable String error) {
    return new TryRecord(
        number, "only", SampleMessages.NOW.plusSeconds(second), outcome, error, "rank");
  }

  private void goesDown(OutboxNode node, FakeCarrier carrier) {
    carrier.up(false);
    clock.advance(CarrierHealth.DOWN_AFTER);
    database.jdbc().sql("UPDATE carrier_seen SET up_at = up_at - interval '1 hour'").update();
    node.lookAround();
  }

  private OutboxNode node(FakeCarrier... carriers) {
    OutboxNode node = new OutboxNode(database, clock, carriers);
    node.stopCouriers();
    nodes.add(node);
    return node;
  }

  private UUID add(OutboxNode node, Priority priority) {
    return node.outbox()
        .add(
            TENANT,
            new NewMessage(
                UUID.randomUUID(),
                priority,
                Channel.SMS,
                SampleMessages.NUMBER,
                "+31******78",
                "Acme",
                "Your code",
                "481516",
                Locale.ENGLISH,
                clock.instant().plus(LIFE)));
  }

  private int deliverDue(OutboxNode node, FakeCarrier carrier) {
    Instant now = clock.instant();
    List<Claimed> claimed =
        node.rows().claim(carrier.name(), Set.of(Channel.SMS), Priority.CODE, now, 100);
    claimed.forEach(message -> node.deliver(carrier, message));
    return claimed.size();
  }

  private static HandOver taken() {
    return HandOver.Accepted.plainly(1);
  }

  private static Function<OutgoingMessage, HandOver> failing(FailureClass kind) {
    return _ -> new HandOver.Failed(kind, "no");
  }

  private String state(UUID id) {
    return text("state", id);
  }

  private String route(UUID id) {
    return text("route || ': ' || route_reason", id);
  }

  private String text(String column, UUID id) {
    return database
        .jdbc()
        .sql("SELECT " + column + " FROM message WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
