package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.route.CarrierHealth;
import io.tweestap.delivery.rule.ReplaceOutcome;
import io.tweestap.delivery.rule.RouteRule;
import io.tweestap.delivery.rule.RouteRule.Share;
import io.tweestap.delivery.rule.RouteTable;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rules at work on the messages of two nodes. Time moves by hand.
class RouteRulesTest {
  private static final TenantId TENANT = SampleMessages.TENANT;
  private static final TenantId OTHER = TenantId.of("018f0000-0000-7000-8000-000000000002");

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final List<OutboxNode> nodes = new ArrayList<>();
  private final FakeCarrier first =
      FakeCarrier.named("first", 1, _ -> HandOver.Accepted.plainly(1));
  private final FakeCarrier second =
      FakeCarrier.named("second", 2, _ -> HandOver.Accepted.plainly(1));

  @AfterEach
  void close() {
    nodes.forEach(OutboxNode::close);
    database.close();
  }

  @Test
  void aMessageGoesWhereTheRuleSaysAndAnotherByRank() {
    OutboxNode node = node();
    replace(node, 0, rule("nl", "NL", "second", false));
    assertThat(route(node, "+31612345678")).isEqualTo("second: rule nl, weight 1 of 1");
    assertThat(route(node, "+4915123456789")).isEqualTo("first: rank");
  }

  @Test
  void anotherNodeFollowsWithinFiveSeconds() {
    OutboxNode here = node();
    OutboxNode there = node();
    assertThat(route(there, SampleMessages.NUMBER)).isEqualTo("first: rank");
    replace(here, 0, rule("nl", "NL", "second", false));
    assertThat(route(here, SampleMessages.NUMBER)).startsWith("second: rule nl");
    clock.advance(Duration.ofSeconds(5));
    assertThat(route(there, SampleMessages.NUMBER)).startsWith("second: rule nl");
  }

  @Test
  void behindARuleTheOthersFollowUnlessItForbidsThat() {
    OutboxNode node = node();
    replace(node, 0, rule("nl", "NL", "second", false), rule("de", "DE", "second", true));
    UUID dutch = add(node, "+31612345678");
    UUID german = add(node, "+4915123456789");
    second.up(false);
    clock.advance(CarrierHealth.DOWN_AFTER);
    database.jdbc().sql("UPDATE carrier_seen SET up_at = up_at - interval '1 hour'").update();
    node.lookAround();
    assertThat(routeOf(dutch)).isEqualTo("first: rank, behind rule nl, since second is down");
    assertThat(routeOf(german)).isEqualTo("second: rule de, weight 1 of 1");
  }

  @Test
  void aRuleWhoseCarriersAreNotThereIsPassedOver() {
    OutboxNode node = node();
    replace(node, 0, rule("nl", "NL", "gone", true));
    assertThat(route(node, SampleMessages.NUMBER)).isEqualTo("first: rank");
  }

  @Test
  void ofTwoChangesOfOneVersionOneCounts() {
    OutboxNode node = node();
    assertThat(replace(node, 0, rule("nl", "NL", "second", false)))
        .isInstanceOf(ReplaceOutcome.Done.class);
    assertThat(replace(node, 0, rule("de", "DE", "second", false)))
        .isInstanceOf(ReplaceOutcome.ChangedMeanwhile.class);
    assertThat(replace(node, 1)).isEqualTo(new ReplaceOutcome.Done(new RouteTable(2, List.of())));
    assertThat(replace(node, null, rule("de", "DE", "second", false)))
        .isInstanceOf(ReplaceOutcome.Done.class);
    assertThat(replace(node, 7)).isInstanceOf(ReplaceOutcome.ChangedMeanwhile.class);
    assertThat(node.rules().find(TENANT).version()).isEqualTo(3);
  }

  @Test
  void aTenantSeesOnlyWhatItWroteAndTheOldestComesFirst() {
    OutboxNode node = node();
    node.rules().replace(OTHER, 0, List.of(rule("theirs", "NL", "first", false)));
    replace(node, 0, rule("ours", "NL", "second", false));
    assertThat(node.rules().find(OTHER).rules())
        .extracting(RouteRule::name)
        .containsExactly("theirs");
    assertThat(route(node, SampleMessages.NUMBER)).startsWith("second: rule ours");
  }

  private static RouteRule rule(String name, String country, String carrier, boolean only) {
    return new RouteRule(
        name,
        List.of(country),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Share(carrier, 1)),
        only,
        Optional.empty());
  }

  private ReplaceOutcome replace(OutboxNode node, @Nullable Integer seen, RouteRule... rules) {
    return node.rules().replace(TENANT, seen, List.of(rules));
  }

  private OutboxNode node() {
    OutboxNode node = new OutboxNode(database, clock, first, second);
    node.stopCouriers();
    nodes.add(node);
    return node;
  }

  private String route(OutboxNode node, String number) {
    return routeOf(add(node, number));
  }

  private UUID add(OutboxNode node, String number) {
    return node.outbox()
        .add(
            TENANT,
            new NewMessage(
                UUID.randomUUID(),
                Priority.CODE,
                Channel.SMS,
                number,
                "masked",
                "Acme",
                "Your code",
                "481516",
                Locale.ENGLISH,
                clock.instant().plusSeconds(300)));
  }

  private String routeOf(UUID id) {
    return database
        .jdbc()
        .sql("SELECT route || ': ' || route_reason FROM message WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
