package io.tweestap.client.webhook;

import io.tweestap.client.http.Body;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where events go, and which.
public final class NewWebhookEndpoint extends Body<NewWebhookEndpoint> {
  private NewWebhookEndpoint(Map<String, @Nullable Object> fields) {
    super(fields, NewWebhookEndpoint::new);
  }

  /// With what is required.
  ///
  /// @param url an `https` address on port 443, 80 or from 1024 up, without a user name in it;
  ///   every address of its host must be public
  /// @param events the types that this endpoint wants
  public static NewWebhookEndpoint of(URI url, List<String> events) {
    return new NewWebhookEndpoint(Map.of()).with("url", url).with("events", events);
  }

  /// A note for people.
  public NewWebhookEndpoint description(String description) {
    return with("description", description);
  }
}
