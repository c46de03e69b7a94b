package io.tweestap.webhook.web;

import io.tweestap.webhook.Endpoint;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.WebhookSecret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the endpoints' requests and answers look like.
final class EndpointViews {
  private EndpointViews() {}

  /// Body of a creation.
  record Create(
      @Nullable String url, @Nullable List<String> events, @Nullable String description) {}

  /// Body of a change; a field that is not there stays as it is.
  record Change(
      @Nullable String url,
      @Nullable List<String> events,
      @Nullable String description,
      @Nullable Boolean enabled) {}

  /// An endpoint.
  ///
  /// @param secret only in the answer to its creation
  record Shown(
      UUID id,
      String url,
      List<String> events,
      @Nullable String description,
      boolean enabled,
      Instant createdAt,
      @Nullable String secret) {}

  /// A secret just drawn.
  ///
  /// @param oldSecretValidUntil until when the one before signs as well
  record NewSecret(String secret, Instant oldSecretValidUntil) {
    @Override
    public String toString() {
      return "NewSecret[]";
    }
  }

  /// The test event that is on its way.
  record Ping(UUID eventId) {}

  /// All endpoints of the tenant; there are few, so they come in one piece.
  record Listed(List<Shown> data) {}

  static Shown shown(Endpoint endpoint, @Nullable WebhookSecret secret) {
    return new Shown(
        endpoint.id(),
        endpoint.url(),
        endpoint.events().stream().map(EventType::text).toList(),
        endpoint.description(),
        endpoint.enabled(),
        endpoint.createdAt(),
        secret == null ? null : secret.text());
  }
}
