package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tweestap.client.Secret;
import io.tweestap.client.webhook.DeliveryState;
import io.tweestap.client.webhook.NewWebhookEndpoint;
import io.tweestap.client.webhook.News;
import io.tweestap.client.webhook.Notice;
import io.tweestap.client.webhook.Received;
import io.tweestap.client.webhook.WebhookEndpoint;
import io.tweestap.client.webhook.WebhookEndpointChange;
import io.tweestap.client.webhook.WebhookEventFilter;
import io.tweestap.client.webhook.WebhookReceiver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebhooksExampleTest extends ExampleTest {
  private record Arrived(String id, String timestamp, String signature, byte[] body) {}

  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
  private Secret secret;

  @Test
  void anEventArrivesAndIsGenuine() throws Exception {
    HttpServer receiving = receiving();
    URI address = URI.create("http://127.0.0.1:" + receiving.getAddress().getPort() + "/hooks");
    WebhookEndpoint endpoint =
        tweestap.webhooks().create(NewWebhookEndpoint.of(address, List.of("login.passed")));
    keep(endpoint.secret());
    UUID ping = tweestap.webhooks().ping(endpoint.id());
    tweestap
        .webhooks()
        .events(WebhookEventFilter.all().state(DeliveryState.DEAD))
        .forEach(event -> tweestap.webhooks().replay(event.id()));

    Arrived one = arrived.poll(20, TimeUnit.SECONDS);
    judge(one.id(), one.timestamp(), one.signature(), one.body());
    one.body()[5] ^= 1;
    judge(one.id(), one.timestamp(), one.signature(), one.body());
    assertThat(shown).containsExactly("ping", "refused: no signature fits");
    assertThat(tweestap.webhooks().findEvent(ping).orElseThrow().news()).isEqualTo(new News.Ping());
    theEndpointIsChanged(endpoint, ping);
    receiving.stop(0);
  }

  private void judge(String id, String timestamp, String signature, byte[] body) {
    WebhookReceiver receiver = new WebhookReceiver(Clock.systemUTC(), secret);
    switch (receiver.receive(id, timestamp, signature, body)) {
      case Received.Genuine(Notice notice) when notice.news() instanceof News.OfLogin(var login) ->
          show(login.user() + ": " + notice.type());
      case Received.Genuine(Notice notice) -> show(notice.type());
      case Received.Forged(String reason) -> show("refused: " + reason);
    }
  }

  private static void theEndpointIsChanged(WebhookEndpoint endpoint, UUID ping) {
    UUID id = endpoint.id();
    assertThat(tweestap.webhooks().replay(ping)).isEqualTo(1);
    assertThat(tweestap.webhooks().replay(ping, id)).isEqualTo(1);
    assertThat(tweestap.webhooks().rotateSecret(id).secret().value()).startsWith("whsec_");
    WebhookEndpointChange off = WebhookEndpointChange.empty().enabled(false);
    assertThat(tweestap.webhooks().change(id, off).enabled()).isFalse();
    assertThat(tweestap.webhooks().list()).hasSize(1);
    assertThat(tweestap.webhooks().find(id)).isPresent();
    tweestap.webhooks().delete(id);
    assertThat(tweestap.webhooks().find(id)).isEmpty();
  }

  private void keep(Secret given) {
    secret = given;
  }

  private HttpServer receiving() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hooks",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          var headers = exchange.getRequestHeaders();
          arrived.add(
              new Arrived(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
