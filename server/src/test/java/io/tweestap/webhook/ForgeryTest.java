package io.tweestap.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import io.tweestap.webhook.address.HostLookup;
import io.tweestap.webhook.address.SystemLookup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Server-side request forgery: an address that was fine when saved leads inside when called.
class ForgeryTest {
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.215.14");
  private static final InetAddress INSIDE = InetAddress.getLoopbackAddress();

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final TenantId tenant = WebhookNode.newTenant();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicReference<List<InetAddress>> answer = new AtomicReference<>(List.of(PUBLIC));
  private ServerSocket inside;
  private WebhookNode node;

  @BeforeEach
  void start() throws IOException {
    inside = new ServerSocket(0, 10, INSIDE);
    Thread.ofVirtual().start(this::count);
    HostLookup system = new SystemLookup(Duration.ofSeconds(3));
    HostLookup lookup =
        host -> host.equals("rebind.example") ? answer.get() : system.addresses(host);
    node = WebhookNode.strict(WebhookNode.database(), clock, lookup);
  }

  @AfterEach
  void stop() throws IOException {
    node.close();
    inside.close();
  }

  @Test
  void nameThatChangesItsAnswerIsNotCalled() {
    node.listen(tenant, "https://rebind.example:" + inside.getLocalPort() + "/");
    answer.set(List.of(INSIDE));
    assertRefused();
    assertThat(node.lastDeliveries(tenant).getFirst().lastError()).isEqualTo("address_not_allowed");
    answer.set(List.of(PUBLIC, INSIDE));
    clock.advance(Duration.ofMinutes(1));
    await().until(() -> node.lastDeliveries(tenant).getFirst().attempts() == 2);
    assertRefused();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:%d/",
        "http://127.0.0.1:%d/",
        "https://[::ffff:127.0.0.1]:%d/",
        "https://2130706433:%d/",
        "https://localhost:%d/"
      })
  void addressInTheUrlIsCheckedOnConnectingToo(String url) {
    node.listen(tenant, "https://rebind.example/");
    node.jdbc
        .sql("UPDATE webhook_endpoint SET url = :url WHERE tenant_id = :tenant")
        .param("url", url.formatted(inside.getLocalPort()))
        .param("tenant", tenant.value())
        .update();
    assertRefused();
  }

  private void assertRefused() {
    node.webhooks().record(tenant, EventType.VERIFICATION_APPROVED, Map.of());
    await().until(() -> node.lastDeliveries(tenant).getFirst().lastError() != null);
    assertThat(node.lastDeliveries(tenant).getFirst().lastError())
        .isIn("address_not_allowed", "host_unknown");
    assertThat(connections).hasValue(0);
  }

  private void count() {
    try {
      while (true) {
        inside.accept().close();
        connections.incrementAndGet();
      }
    } catch (IOException _) {
      // Closed by the test's end.
    }
  }
}
