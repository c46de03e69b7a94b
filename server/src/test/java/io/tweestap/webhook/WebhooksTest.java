package io.tweestap.webhook;

import static io.tweestap.webhook.EventType.MESSAGE_DELIVERED;
import static io.tweestap.webhook.EventType.VERIFICATION_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.shared.Cursor;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.Page;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest {
  private static final String URL = "http://127.0.0.1:65535/hook";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private WebhookNode node;
  private WebhookNode second;

  /// As a room would describe what happened.
  record Approved(UUID verificationId, PhoneNumber to, EmailAddress copy) {}

  @BeforeAll
  void start() {
    var database = WebhookNode.database();
    node = WebhookNode.open(database, clock);
    second = WebhookNode.open(database, clock);
  }

  @AfterAll
  void stop() {
    node.close();
    second.close();
  }

  @Test
  void numbersAndAddressesAreMasked() {
    TenantId tenant = listening();
    UUID id = UUID.randomUUID();
    var happened =
        new Approved(id, new PhoneNumber("+31612345678"), new EmailAddress("anna@example.org"));
    node.webhooks().record(tenant, VERIFICATION_APPROVED, happened);
    assertThat(node.lastEvent(tenant).payload())
        .contains("\"verification_id\": \"" + id + "\"")
        .contains("+31*******78")
        .contains("a***@example.org")
        .doesNotContain("612345678")
        .doesNotContain("anna");
  }

  @Test
  void eventIsThereIfAndOnlyIfTheTransactionCommits() {
    TenantId tenant = listening();
    node.transaction.executeWithoutResult(status -> {
      node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
      status.setRollbackOnly();
    });
    assertThat(all(tenant)).isEmpty();
    node.transaction.executeWithoutResult(
        _ -> node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of()));
    assertThat(all(tenant)).hasSize(1);
  }

  @Test
  void nobodyListeningLeavesNoRow() {
    TenantId tenant = WebhookNode.newTenant();
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
    assertThat(all(tenant)).isEmpty();
    node.endpoints().create(tenant, URL, List.of(MESSAGE_DELIVERED), null);
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
    assertThat(all(tenant)).isEmpty();
    assertThat(node.webhooks().isListening(tenant, VERIFICATION_APPROVED)).isFalse();
    assertThat(node.webhooks().isListening(tenant, MESSAGE_DELIVERED)).isTrue();
  }

  @Test
  void changeCountsAtOnceHereAndWithinFiveSecondsElsewhere() {
    TenantId tenant = WebhookNode.newTenant();
    assertThat(node.webhooks().isListening(tenant, VERIFICATION_APPROVED)).isFalse();
    assertThat(second.webhooks().isListening(tenant, VERIFICATION_APPROVED)).isFalse();
    UUID id = node.listen(tenant, URL).endpoint().id();
    assertThat(node.webhooks().isListening(tenant, VERIFICATION_APPROVED)).isTrue();
    assertThat(second.webhooks().isListening(tenant, VERIFICATION_APPROVED)).isFalse();
    clock.advance(Duration.ofSeconds(5));
    assertThat(second.webhooks().isListening(tenant, VERIFICATION_APPROVED)).isTrue();
    node.endpoints().update(tenant, id, new EndpointChange(null, null, null, false));
    assertThat(node.webhooks().isListening(tenant, VERIFICATION_APPROVED)).isFalse();
    second.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
    assertThat(all(tenant)).isEmpty();
  }

  @Test
  void manyEventsOfManyTenantsGoEachToTheirOwn() {
    TenantId one = listening();
    TenantId two = listening();
    node.listen(two, URL);
    TenantId deaf = WebhookNode.newTenant();
    List<WebhookEvent> events = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      TenantId tenant = List.of(one, two, deaf).get(i % 3);
      events.add(new WebhookEvent(tenant, MESSAGE_DELIVERED, Map.of("number", i)));
    }
    node.webhooks().record(events);
    assertThat(all(one)).hasSize(10);
    assertThat(all(two)).hasSize(10);
    assertThat(all(deaf)).isEmpty();
    assertThat(node.lastDeliveries(one)).hasSize(1);
    assertThat(node.lastDeliveries(two)).hasSize(2);
    UUID foreign = all(one).getFirst().id();
    assertThat(node.events().find(two, foreign)).isEmpty();
    assertThat(node.events().deliveries(two, foreign)).isEmpty();
    assertThat(node.events().replay(two, foreign, null)).isInstanceOf(ReplayOutcome.NotFound.class);
    UUID foreignEndpoint = node.endpoints().list(two).getFirst().id();
    assertThat(node.events().replay(one, foreign, foreignEndpoint))
        .isInstanceOf(ReplayOutcome.NoEndpoint.class);
  }

  @Test
  void listPagesNewestFirstAndFilters() {
    TenantId tenant = listening();
    for (int i = 0; i < 5; i++) {
      EventType type = i % 2 == 0 ? VERIFICATION_APPROVED : MESSAGE_DELIVERED;
      node.webhooks().record(tenant, type, Map.of("number", i));
      clock.advance(Duration.ofSeconds(1));
    }
    Page<RecordedEvent> first = list(tenant, null, null, null, 2);
    assertThat(numbers(first)).containsExactly("4", "3");
    Cursor end = Cursor.read(String.valueOf(first.nextCursor())).orElseThrow();
    Page<RecordedEvent> rest = list(tenant, null, null, end, 3);
    assertThat(numbers(rest)).containsExactly("2", "1", "0");
    assertThat(rest.nextCursor()).isNull();
    assertThat(numbers(list(tenant, MESSAGE_DELIVERED, null, null, 9))).containsExactly("3", "1");
    Instant since = clock.instant().minusSeconds(2);
    assertThat(numbers(list(tenant, null, since, null, 9))).containsExactly("4", "3");
  }

  @Test
  void tooMuchDataIsABug() {
    TenantId tenant = listening();
    assertThatThrownBy(() ->
            node.webhooks()
                .record(tenant, VERIFICATION_APPROVED, Map.of("text", "x".repeat(20_000))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TenantId listening() {
    TenantId tenant = WebhookNode.newTenant();
    node.listen(tenant, URL);
    return tenant;
  }

  private List<RecordedEvent> all(TenantId tenant) {
    return list(tenant, null, null, null, Page.MAX_SIZE).data();
  }

  private Page<RecordedEvent> list(
      TenantId tenant,
      @Nullable EventType type,
      @Nullable Instant since,
      @Nullable Cursor after,
      int size) {
    return node.events().list(tenant, new EventQuery(type, null, since, after, size));
  }

  private static List<String> numbers(Page<RecordedEvent> page) {
    return page.data().stream().map(event -> event.payload().replaceAll("\\D", "")).toList();
  }
}
