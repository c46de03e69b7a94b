package io.tweestap.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.FixedRandomness;
import io.tweestap.testkit.ManualClock;
import io.tweestap.webhook.DeliveryState;
import io.tweestap.webhook.WebhookNode;
import io.tweestap.webhook.send.DeliveryQueue.Ending;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DeliveryQueueTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Ending DELIVERED = new Ending(DeliveryState.DELIVERED, null, 200, null);
  private static final Ending FAILED = new Ending(DeliveryState.DEAD, null, 500, "status");

  private final Ids ids = new Ids(new ManualClock(NOW), new FixedRandomness(3));
  private final EndpointKey endpoint = key();
  private JdbcClient jdbc;
  private DeliveryQueue queue;

  @BeforeEach
  void start() {
    jdbc = JdbcClient.create(new DriverManagerDataSource(WebhookNode.database().url()));
    queue = new DeliveryQueue(jdbc);
  }

  @Test
  void claimedDeliveryIsNobodyElsesUntilTheLeaseEnds() {
    insert(endpoint, NOW);
    assertThat(claim(NOW, NOW.plusSeconds(60))).hasSize(1);
    assertThat(claim(NOW.plusSeconds(59), NOW.plusSeconds(119))).isEmpty();
    assertThat(queue.dueEndpoints(NOW.plusSeconds(59), 10)).isEmpty();
    List<Claimed> again = claim(NOW.plusSeconds(60), NOW.plusSeconds(120));
    assertThat(again).extracting(Claimed::attempt).containsExactly(2);
  }

  @Test
  void attemptThatOutlivedItsLeaseDoesNotCount() {
    insert(endpoint, NOW);
    Claimed lost = claim(NOW, NOW.plusSeconds(60)).getFirst();
    Claimed mine = claim(NOW.plusSeconds(61), NOW.plusSeconds(121)).getFirst();
    assertThat(queue.finish(lost, FAILED, NOW.plusSeconds(62))).isFalse();
    assertThat(queue.finish(mine, DELIVERED, NOW.plusSeconds(63))).isTrue();
    assertThat(queue.finish(mine, FAILED, NOW.plusSeconds(64))).isFalse();
    assertThat(jdbc.sql("SELECT state FROM webhook_delivery").query(String.class).single())
        .isEqualTo("delivered");
  }

  @Test
  void eachEndpointWithSomethingDueIsFoundOnceLongestWaitingFirst() {
    EndpointKey later = key();
    EndpointKey notYet = key();
    for (int i = 0; i < 5; i++) {
      insert(later, NOW.minusSeconds(10 + i));
      insert(endpoint, NOW.minusSeconds(20 + i));
      insert(notYet, NOW.plusSeconds(1 + i));
    }
    assertThat(queue.dueEndpoints(NOW, 10)).containsExactly(endpoint, later);
    assertThat(queue.dueEndpoints(NOW, 1)).containsExactly(endpoint);
    assertThat(queue.dueEndpoints(NOW.plusSeconds(1), 10)).hasSize(3);
  }

  @Test
  void claimTakesNoMoreOfEachEndpointThanAsked() {
    EndpointKey other = key();
    for (int i = 0; i < 5; i++) {
      insert(endpoint, NOW.minusSeconds(i));
      insert(other, NOW.minusSeconds(i));
    }
    List<Claimed> claimed = queue.claim(Map.of(endpoint, 2, other, 3), NOW, NOW.plusSeconds(60));
    assertThat(claimed).filteredOn(one -> one.endpoint().equals(endpoint)).hasSize(2);
    assertThat(claimed).filteredOn(one -> one.endpoint().equals(other)).hasSize(3);
    assertThat(claimed).allMatch(one -> one.target() == null);
  }

  private List<Claimed> claim(Instant now, Instant until) {
    return queue.claim(Map.of(endpoint, 10), now, until);
  }

  private EndpointKey key() {
    return new EndpointKey(new TenantId(UUID.randomUUID()), UUID.randomUUID());
  }

  private void insert(EndpointKey whose, Instant due) {
    jdbc.sql(
            """
            INSERT INTO webhook_delivery (tenant_id, event_id, endpoint_id, state, next_attempt_at)
            VALUES (:tenant, :event, :endpoint, 'pending', :due)
            """)
        .param("tenant", whose.tenant().value())
        .param("event", ids.next())
        .param("endpoint", whose.id())
        .param("due", due.atOffset(ZoneOffset.UTC))
        .update();
  }
}
