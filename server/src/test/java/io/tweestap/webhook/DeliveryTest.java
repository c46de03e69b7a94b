package io.tweestap.webhook;

import static io.tweestap.webhook.EventType.VERIFICATION_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import io.tweestap.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From recording to the tenant's own web server, over real HTTP.
class DeliveryTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static TestDatabase schema;

  private final ManualClock clock = new ManualClock(START);
  private final TenantId tenant = WebhookNode.newTenant();
  private TestDatabase database;
  private WebhookNode node;
  private Receiver receiver;

  @BeforeAll
  static void migrate() {
    schema = WebhookNode.database();
  }

  @BeforeEach
  void start() {
    database = schema.copy();
    node = WebhookNode.open(database, clock);
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    node.close();
    receiver.close();
  }

  @Test
  void eventArrivesSignedAndIsDeliveredOnce() throws Exception {
    WebhookSecret secret = node.listen(tenant, receiver.url()).secret();
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of("verification_id", "v1"));
    awaitState(DeliveryState.DELIVERED);
    Receiver.Got got = receiver.got.getFirst();
    assertThat(got.signature()).isEqualTo(expected(secret, got));
    assertThat(got.timestamp()).isEqualTo(START.getEpochSecond());
    assertThat(got.contentType()).startsWith("application/json");
    assertThat(got.id()).isEqualTo(node.lastEvent(tenant).id().toString());
    assertThat(got.body())
        .isEqualTo(
            "{\"id\":\"%s\",\"type\":\"verification.approved\",\"timestamp\":\"%s\",\"data\":%s}",
            got.id(), START, "{\"verification_id\": \"v1\"}");
    clock.advance(Duration.ofDays(2));
    awaitPolls();
    assertThat(receiver.got).hasSize(1);
    assertThat(delivery().attempts()).isEqualTo(1);
    assertThat(delivery().lastStatus()).isEqualTo(200);
  }

  @Test
  void nothingIsSentBeforeTheTransactionCommits() {
    node.listen(tenant, receiver.url());
    node.transaction.executeWithoutResult(_ -> {
      node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
      awaitPolls();
      assertThat(receiver.got).isEmpty();
    });
    awaitState(DeliveryState.DELIVERED);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 404, 410, 429, 302, 304})
  void anythingButSuccessIsTriedAgain(int status) {
    node.listen(tenant, receiver.url());
    receiver.answers(exchange -> {
      exchange.getResponseHeaders().add("Location", receiver.url() + "/elsewhere");
      exchange.sendResponseHeaders(status, -1);
    });
    recordAndAwaitAttempt();
    assertThat(delivery().lastStatus()).isEqualTo(status);
    assertThat(delivery().lastError()).isEqualTo("status");
    awaitPolls();
    assertThat(receiver.got).as("a redirect is not followed").hasSize(1);
    receiver.answers(Receiver.status(204));
    clock.advance(Duration.ofSeconds(6));
    awaitState(DeliveryState.DELIVERED);
    assertThat(receiver.got).hasSize(2);
    assertThat(receiver.got.get(1).id()).isEqualTo(receiver.got.get(0).id());
    assertThat(receiver.got.get(1).body()).isEqualTo(receiver.got.get(0).body());
    assertThat(receiver.got.get(1).timestamp()).isGreaterThan(receiver.got.get(0).timestamp());
  }

  @Test
  void failingIsTriedElevenTimesOver24HoursThenDeadAndVisible() {
    node.listen(tenant, receiver.url());
    receiver.answers(Receiver.status(500));
    recordAndAwaitAttempt();
    for (int attempts = 2; attempts <= 11; attempts++) {
      Instant next = Objects.requireNonNull(delivery().nextAttemptAt());
      clock.set(next.minusMillis(1));
      awaitPolls();
      assertThat(receiver.got).hasSize(attempts - 1);
      clock.set(next);
      int wanted = attempts;
      await().until(() -> delivery().attempts() == wanted && settled());
    }
    assertThat(delivery().state()).isEqualTo(DeliveryState.DEAD);
    assertThat(Duration.between(START, clock.instant()))
        .isBetween(Duration.ofHours(24), Duration.ofHours(27));
    assertThat(listed(DeliveryState.DEAD)).hasSize(1);
    assertThat(listed(DeliveryState.PENDING)).isEmpty();
  }

  @Test
  void hangingAndDrippingEndWithTheTotalTime() {
    node.listen(tenant, receiver.url());
    CountDownLatch release = new CountDownLatch(1);
    receiver.answers(_ -> awaitRelease(release));
    recordAndAwaitAttempt();
    assertThat(delivery().lastError()).isEqualTo("timeout");
    AtomicBoolean broken = new AtomicBoolean();
    receiver.answers(exchange -> {
      exchange.sendResponseHeaders(200, 1_000_000);
      try {
        for (int i = 0; i < 100 && !release.await(50, TimeUnit.MILLISECONDS); i++) {
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
        }
      } catch (InterruptedException | java.io.IOException _) {
        broken.set(true);
      }
    });
    clock.advance(Duration.ofSeconds(6));
    await().untilTrue(broken);
    release.countDown();
  }

  @Test
  void longAnswerIsNotReadToItsEnd() {
    node.listen(tenant, receiver.url());
    AtomicBoolean broken = new AtomicBoolean();
    receiver.answers(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try {
        for (int i = 0; i < 10_000; i++) {
          exchange.getResponseBody().write(new byte[10_000]);
        }
      } catch (java.io.IOException e) {
        broken.set(true);
        throw e;
      }
    });
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
    awaitState(DeliveryState.DELIVERED);
    await().untilTrue(broken);
  }

  @Test
  void refusedConnectionIsTriedAgain() {
    node.listen(tenant, receiver.url());
    receiver.close();
    recordAndAwaitAttempt();
    assertThat(delivery().lastError()).isEqualTo("connection");
    assertThat(delivery().state()).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void replaySendsTheSameEventAgain() {
    UUID endpoint = node.listen(tenant, receiver.url()).endpoint().id();
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of("n", 1));
    awaitState(DeliveryState.DELIVERED);
    UUID event = node.lastEvent(tenant).id();
    assertThat(node.events().replay(tenant, event, endpoint))
        .isEqualTo(new ReplayOutcome.Replayed(1));
    await().until(() -> receiver.got.size() == 2);
    awaitState(DeliveryState.DELIVERED);
    assertThat(receiver.got.get(1).id()).isEqualTo(event.toString());
    assertThat(receiver.got.get(1).body()).isEqualTo(receiver.got.get(0).body());
    try (Receiver later = new Receiver()) {
      UUID added = node.listen(tenant, later.url()).endpoint().id();
      node.events().replay(tenant, event, added);
      await().until(() -> later.got.size() == 1);
      assertThat(receiver.got).hasSize(2);
      await()
          .untilAsserted(() ->
              assertThat(node.events().replay(tenant, event, null))
                  .isEqualTo(new ReplayOutcome.Replayed(2)));
    }
    assertThat(node.events().replay(tenant, UUID.randomUUID(), null))
        .isInstanceOf(ReplayOutcome.NotFound.class);
    assertThat(node.events().replay(tenant, event, UUID.randomUUID()))
        .isInstanceOf(ReplayOutcome.NoEndpoint.class);
  }

  @Test
  void pingGoesToOneEndpointWhateverItSubscribedTo() {
    UUID endpoint = node.listen(tenant, receiver.url()).endpoint().id();
    UUID event = node.events().ping(tenant, endpoint).orElseThrow();
    await().until(() -> receiver.got.size() == 1);
    assertThat(receiver.got.getFirst().body())
        .contains("\"type\":\"ping\"")
        .contains(event.toString());
    node.endpoints().update(tenant, endpoint, new EndpointChange(null, null, null, false));
    assertThat(node.events().ping(tenant, endpoint)).isEmpty();
  }

  @Test
  void disabledOrDeletedEndpointGivesUpWhatIsPending() {
    UUID endpoint = node.listen(tenant, receiver.url()).endpoint().id();
    receiver.answers(Receiver.status(500));
    recordAndAwaitAttempt();
    node.endpoints().update(tenant, endpoint, new EndpointChange(null, null, null, false));
    assertThat(delivery().state()).isEqualTo(DeliveryState.DEAD);
    assertThat(delivery().lastError()).isEqualTo("endpoint_gone");
    node.endpoints().update(tenant, endpoint, new EndpointChange(null, null, null, true));
    receiver.answers(Receiver.status(200));
    node.events().replay(tenant, node.lastEvent(tenant).id(), null);
    awaitState(DeliveryState.DELIVERED);
    receiver.answers(Receiver.status(500));
    node.events().replay(tenant, node.lastEvent(tenant).id(), null);
    await().until(() -> receiver.got.size() == 3);
    assertThat(node.endpoints().delete(tenant, endpoint)).isTrue();
    awaitState(DeliveryState.DEAD);
    clock.advance(Duration.ofDays(1));
    awaitPolls();
    assertThat(receiver.got).hasSize(3);
  }

  @Test
  void bothSecretsSignFor24HoursAfterARotation() throws Exception {
    var created = node.listen(tenant, receiver.url());
    var rotated =
        (EndpointOutcome.Rotated) node.endpoints().rotate(tenant, created.endpoint().id());
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
    await().until(() -> receiver.got.size() == 1);
    Receiver.Got both = receiver.got.getFirst();
    assertThat(both.signature().split(" "))
        .containsExactlyInAnyOrder(
            expected(created.secret(), both), expected(rotated.secret(), both));
    clock.advance(Duration.ofHours(24));
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
    await().until(() -> receiver.got.size() == 2);
    Receiver.Got after = receiver.got.get(1);
    assertThat(after.signature()).isEqualTo(expected(rotated.secret(), after));
  }

  @Test
  void crashBetweenSendAndRecordSendsTheSameEventAgain() {
    node.listen(tenant, receiver.url());
    receiver.answers(exchange -> {
      node.dataSource.close();
      exchange.sendResponseHeaders(200, -1);
    });
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
    await().until(() -> receiver.got.size() == 1);
    receiver.answers(Receiver.status(200));
    try (WebhookNode survivor = WebhookNode.open(database, clock)) {
      clock.advance(Duration.ofSeconds(59));
      awaitPolls();
      assertThat(receiver.got).as("the lease still runs").hasSize(1);
      clock.advance(Duration.ofSeconds(1));
      await().until(() -> receiver.got.size() == 2);
      assertThat(receiver.got.get(1).id()).isEqualTo(receiver.got.get(0).id());
      await()
          .until(
              () -> survivor.lastDeliveries(tenant).getFirst().state() == DeliveryState.DELIVERED);
    }
  }

  @Test
  void twoNodesSendEachEventOnce() {
    node.listen(tenant, receiver.url());
    try (WebhookNode other = WebhookNode.open(database, clock)) {
      assertThat(other.webhooks().isListening(tenant, VERIFICATION_APPROVED)).isTrue();
      int events = 2000;
      for (int i = 0; i < events; i += 100) {
        List<WebhookEvent> batch = new ArrayList<>();
        for (int n = i; n < i + 100; n++) {
          batch.add(new WebhookEvent(tenant, VERIFICATION_APPROVED, Map.of("n", n)));
        }
        (i % 200 == 0 ? node : other).webhooks().record(batch);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> pending() == 0);
      assertThat(receiver.got).hasSize(events);
      assertThat(receiver.got.stream().map(Receiver.Got::id).distinct()).hasSize(events);
    }
  }

  @Test
  void hangingEndpointDoesNotSlowAnother() {
    CountDownLatch release = new CountDownLatch(1);
    TenantId slow = WebhookNode.newTenant();
    try (Receiver hanging = new Receiver()) {
      hanging.answers(_ -> awaitRelease(release));
      for (int i = 0; i < 10; i++) {
        node.listen(slow, hanging.url());
      }
      node.listen(tenant, receiver.url());
      record(slow, 200);
      await().until(() -> hanging.got.size() >= 10);
      record(tenant, 100);
      await().atMost(Duration.ofSeconds(4)).until(() -> receiver.got.size() == 100);
      release.countDown();
    }
  }

  private void record(TenantId whose, int events) {
    List<WebhookEvent> batch = new ArrayList<>();
    for (int n = 0; n < events; n++) {
      batch.add(new WebhookEvent(whose, VERIFICATION_APPROVED, Map.of("n", n)));
    }
    node.webhooks().record(batch);
  }

  private void recordAndAwaitAttempt() {
    node.webhooks().record(tenant, VERIFICATION_APPROVED, Map.of());
    await().until(() -> delivery().lastAttemptAt() != null);
  }

  private void awaitState(DeliveryState state) {
    await().until(() -> delivery().state() == state);
  }

  /// Long enough for a node to have looked for due deliveries several times.
  private static void awaitPolls() {
    await().pollDelay(Duration.ofMillis(150)).until(() -> true);
  }

  private Delivery delivery() {
    return node.lastDeliveries(tenant).getFirst();
  }

  /// No attempt runs: the next one is a retry's time, not the end of a lease.
  private boolean settled() {
    return node.jdbc
            .sql("SELECT count(*) FROM webhook_delivery WHERE claimed_until IS NOT NULL")
            .query(Integer.class)
            .single()
        == 0;
  }

  private int pending() {
    return node.jdbc
        .sql("SELECT count(*) FROM webhook_delivery WHERE state = 'pending'")
        .query(Integer.class)
        .single();
  }

  private List<RecordedEvent> listed(DeliveryState state) {
    return node.events().list(tenant, new EventQuery(null, state, null, null, 10)).data();
  }

  private static void awaitRelease(CountDownLatch release) {
    try {
      release.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The receiver's side of the signature, written from the specification.
  private static String expected(WebhookSecret secret, Receiver.Got got) throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.text().replace("whsec_", ""));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = got.id() + "." + got.timestamp() + "." + got.body();
    byte[] sum = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(sum);
  }
}
