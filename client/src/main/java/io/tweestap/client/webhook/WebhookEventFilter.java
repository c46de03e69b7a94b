package io.tweestap.client.webhook;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which events to list; those of all conditions at once.
public final class WebhookEventFilter extends Body<WebhookEventFilter> {
  private WebhookEventFilter(Map<String, @Nullable Object> fields) {
    super(fields, WebhookEventFilter::new);
  }

  /// Without any condition.
  public static WebhookEventFilter all() {
    return new WebhookEventFilter(Map.of());
  }

  /// Only events of this type.
  public WebhookEventFilter type(String type) {
    return with("type", type);
  }

  /// Only events with a delivery in this state.
  public WebhookEventFilter state(DeliveryState state) {
    return with("state", state);
  }

  /// Only events of this moment or later.
  public WebhookEventFilter since(Instant since) {
    return with("since", since);
  }
}
