package io.tweestap.webhook;

import static io.tweestap.webhook.EventType.MESSAGE_FAILED;
import static io.tweestap.webhook.EventType.VERIFICATION_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import io.tweestap.webhook.EndpointOutcome.Created;
import io.tweestap.webhook.EndpointOutcome.Creation;
import io.tweestap.webhook.EndpointOutcome.Rotated;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointsTest {
  private static final String URL = "http://127.0.0.1:65535/hook";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final TenantId tenant = WebhookNode.newTenant();
  private final TenantId other = WebhookNode.newTenant();
  private WebhookNode node;
  private Endpoints endpoints;

  @BeforeAll
  void start() {
    node = WebhookNode.open(WebhookNode.database(), clock);
    endpoints = node.endpoints();
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @Test
  void createdEndpointIsFoundAsItWasGiven() {
    TenantId mine = WebhookNode.newTenant();
    var created =
        (Created)
            endpoints.create(mine, URL, List.of(VERIFICATION_APPROVED, MESSAGE_FAILED), "Shop");
    assertThat(endpoints.find(mine, created.endpoint().id())).contains(created.endpoint());
    assertThat(endpoints.list(mine)).containsExactly(created.endpoint());
    assertThat(created.endpoint().enabled()).isTrue();
    assertThat(created.endpoint().createdAt()).isEqualTo(clock.instant());
  }

  @Test
  void refusedUrlIsNotSaved() {
    TenantId mine = WebhookNode.newTenant();
    assertThat(endpoints.create(mine, "http://169.254.169.254/", List.of(MESSAGE_FAILED), null))
        .isInstanceOf(EndpointOutcome.UrlRefused.class);
    assertThat(endpoints.list(mine)).isEmpty();
    UUID id = node.listen(mine, URL).endpoint().id();
    var change = new EndpointChange("http://169.254.169.254/", null, null, null);
    assertThat(endpoints.update(mine, id, change)).isInstanceOf(EndpointOutcome.UrlRefused.class);
    assertThat(endpoints.find(mine, id).orElseThrow().url()).isEqualTo(URL);
  }

  @Test
  void secretDoesNotStandInTheDatabase() {
    TenantId mine = WebhookNode.newTenant();
    WebhookSecret secret = node.listen(mine, URL).secret();
    byte[] sealed =
        node.jdbc
            .sql("SELECT secret_sealed FROM webhook_secret WHERE tenant_id = :tenant")
            .param("tenant", mine.value())
            .query(byte[].class)
            .single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(secret.key(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void tenEndpointsAndNotOneMoreHoweverManyAreCreatedAtOnce() throws Exception {
    TenantId mine = WebhookNode.newTenant();
    List<Callable<Creation>> creations =
        Collections.nCopies(
            40, () -> endpoints.create(mine, URL, List.of(VERIFICATION_APPROVED), null));
    List<Creation> outcomes = atOnce(creations);
    assertThat(outcomes).filteredOn(Created.class::isInstance).hasSize(10);
    assertThat(outcomes).filteredOn(EndpointOutcome.TooMany.class::isInstance).hasSize(30);
    assertThat(endpoints.list(mine)).hasSize(10);
    assertThat(endpoints.delete(mine, endpoints.list(mine).getFirst().id())).isTrue();
    assertThat(endpoints.create(mine, URL, List.of(VERIFICATION_APPROVED), null))
        .isInstanceOf(Created.class);
  }

  @Test
  void changeLeavesWhatItDoesNotName() {
    TenantId mine = WebhookNode.newTenant();
    Endpoint before = node.listen(mine, URL).endpoint();
    var change = new EndpointChange(null, List.of(MESSAGE_FAILED), "New", null);
    var updated = (EndpointOutcome.Updated) endpoints.update(mine, before.id(), change);
    assertThat(updated.endpoint())
        .isEqualTo(
            new Endpoint(
                before.id(), URL, List.of(MESSAGE_FAILED), "New", true, before.createdAt()));
  }

  @Test
  void oneOfManyRotationsAtOnceWinsAndThreeOldSecretsAreTheMost() throws Exception {
    TenantId mine = WebhookNode.newTenant();
    UUID id = node.listen(mine, URL).endpoint().id();
    for (int i = 0; i < 3; i++) {
      assertThat(endpoints.rotate(mine, id))
          .isInstanceOfSatisfying(
              Rotated.class,
              rotated ->
                  assertThat(rotated.oldValidUntil())
                      .isEqualTo(clock.instant().plus(Duration.ofHours(24))));
    }
    assertThat(endpoints.rotate(mine, id)).isInstanceOf(EndpointOutcome.TooOften.class);
    assertThat(secrets(mine)).isEqualTo(4);
    clock.advance(Duration.ofHours(24));
    List<Callable<EndpointOutcome.Rotation>> rotations =
        Collections.nCopies(16, () -> endpoints.rotate(mine, id));
    assertThat(atOnce(rotations)).filteredOn(Rotated.class::isInstance).hasSizeBetween(1, 3);
    assertThat(current(mine)).isEqualTo(1);
  }

  @Test
  void nothingOfOneTenantIsReachedByAnother() {
    UUID id = node.listen(tenant, URL).endpoint().id();
    Endpoint before = endpoints.find(tenant, id).orElseThrow();
    assertThat(endpoints.find(other, id)).isEmpty();
    assertThat(endpoints.list(other)).isEmpty();
    assertThat(endpoints.update(other, id, new EndpointChange(null, null, null, false)))
        .isInstanceOf(EndpointOutcome.NotFound.class);
    assertThat(endpoints.rotate(other, id)).isInstanceOf(EndpointOutcome.NotFound.class);
    assertThat(endpoints.delete(other, id)).isFalse();
    assertThat(node.events().ping(other, id)).isEmpty();
    assertThat(endpoints.find(tenant, id)).contains(before);
    assertThat(secrets(tenant)).isEqualTo(1);
  }

  private int secrets(TenantId of) {
    return count("SELECT count(*) FROM webhook_secret WHERE tenant_id = :tenant", of);
  }

  private int current(TenantId of) {
    return count(
        """
        SELECT count(*)
        FROM webhook_secret
        WHERE tenant_id = :tenant
          AND valid_until IS NULL
        """,
        of);
  }

  private int count(String sql, TenantId of) {
    return node.jdbc.sql(sql).param("tenant", of.value()).query(Integer.class).single();
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
    }
    return results;
  }
}
