package io.tweestap.client.webhook;

import io.tweestap.client.Pages;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Events to your own systems: where they go, and what became of them. [WebhookReceiver] is for the
/// other side.
///
/// ```java
/// WebhookEndpoint endpoint =
///     tweestap.webhooks().create(NewWebhookEndpoint.of(address, List.of("login.passed")));
/// keep(endpoint.secret());
/// UUID ping = tweestap.webhooks().ping(endpoint.id());
/// tweestap
///     .webhooks()
///     .events(WebhookEventFilter.all().state(DeliveryState.DEAD))
///     .forEach(event -> tweestap.webhooks().replay(event.id()));
/// ```
///
/// An id that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Webhooks {
  private final Http http;

  /// Made by the client.
  public Webhooks(Http http) {
    this.http = http;
  }

  /// What the server says of a test event.
  record Ping(UUID eventId) {}

  /// What the server says of a repetition.
  record Replayed(int deliveries) {}

  /// Registers an address of your own. The answer shows its secret, once.
  ///
  /// @throws RequestRefused with `invalid_field` or `limit_reached` as well
  public WebhookEndpoint create(NewWebhookEndpoint endpoint) {
    return http.get(
        Call.of(Operation.CREATE_WEBHOOK_ENDPOINT).json(endpoint), WebhookEndpoint.class);
  }

  /// All of the tenant. Never a secret.
  public List<WebhookEndpoint> list() {
    return http.list(Call.of(Operation.LIST_WEBHOOK_ENDPOINTS), WebhookEndpoint.class);
  }

  /// One. Empty when the tenant has none with this id.
  public Optional<WebhookEndpoint> find(UUID endpoint) {
    return http.find(Call.of(Operation.GET_WEBHOOK_ENDPOINT, endpoint), WebhookEndpoint.class);
  }

  /// Changes what is in the change and leaves the rest.
  public WebhookEndpoint change(UUID endpoint, WebhookEndpointChange change) {
    return http.get(
        Call.of(Operation.CHANGE_WEBHOOK_ENDPOINT, endpoint).json(change), WebhookEndpoint.class);
  }

  /// Removes it; what is pending for it is given up.
  public void delete(UUID endpoint) {
    http.run(Call.of(Operation.DELETE_WEBHOOK_ENDPOINT, endpoint));
  }

  /// Draws a new secret and shows it once. For 24 hours the old one signs beside it.
  public WebhookSecret rotateSecret(UUID endpoint) {
    return http.get(Call.of(Operation.ROTATE_WEBHOOK_SECRET, endpoint), WebhookSecret.class);
  }

  /// Sends a test event.
  ///
  /// @return its id; [#findEvent] tells whether it arrived
  public UUID ping(UUID endpoint) {
    return http.get(Call.of(Operation.PING_WEBHOOK_ENDPOINT, endpoint), Ping.class).eventId();
  }

  /// What was recorded for the tenant's endpoints, newest first.
  public Pages<WebhookEvent> events(WebhookEventFilter filter) {
    return http.pages(Call.of(Operation.LIST_WEBHOOK_EVENTS).query(filter), WebhookEvent.class);
  }

  /// One event, with what became of it at each endpoint. Empty when there is none with this id.
  public Optional<WebhookEvent> findEvent(UUID event) {
    return http.find(Call.of(Operation.GET_WEBHOOK_EVENT, event), WebhookEvent.class);
  }

  /// Sends an event once more, to all endpoints that it was meant for.
  ///
  /// @return to how many
  public int replay(UUID event) {
    return replayed(Call.of(Operation.REPLAY_WEBHOOK_EVENT, event));
  }

  /// Sends an event once more, to one endpoint.
  ///
  /// @return 1
  public int replay(UUID event, UUID endpoint) {
    return replayed(
        Call.of(Operation.REPLAY_WEBHOOK_EVENT, event).json(Fields.of("endpoint_id", endpoint)));
  }

  private int replayed(Call call) {
    return http.get(call, Replayed.class).deliveries();
  }
}
