package io.tweestap.client.webhook;

import io.tweestap.client.http.Body;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to change; a field that is missing stays as it is.
public final class WebhookEndpointChange extends Body<WebhookEndpointChange> {
  private WebhookEndpointChange(Map<String, @Nullable Object> fields) {
    super(fields, WebhookEndpointChange::new);
  }

  /// Nothing yet.
  public static WebhookEndpointChange empty() {
    return new WebhookEndpointChange(Map.of());
  }

  /// As when it was created.
  public WebhookEndpointChange url(URI url) {
    return with("url", url);
  }

  /// All types that it wants, in place of the earlier list.
  public WebhookEndpointChange events(List<String> events) {
    return with("events", events);
  }

  /// A note for people.
  public WebhookEndpointChange description(String description) {
    return with("description", description);
  }

  /// Whether events are sent to it.
  public WebhookEndpointChange enabled(boolean enabled) {
    return with("enabled", enabled);
  }
}
