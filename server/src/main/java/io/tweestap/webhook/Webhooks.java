package io.tweestap.webhook;

import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.Ids;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Records what happened, for the endpoints that listen for it. Called inside the transaction that
/// made it happen: the event is sent if and only if that one commits.
@Service
public class Webhooks {
  private static final int MAX_PAYLOAD = 20_000;

  private final Listening listening;
  private final EventStore store;
  private final Wakeup wakeup;
  private final Ids ids;
  private final Clock clock;
  private final JsonMapper json;

  Webhooks(
      Listening listening, EventStore store, Wakeup wakeup, Ids ids, Clock clock, JsonMapper json) {
    this.listening = listening;
    this.store = store;
    this.wakeup = wakeup;
    this.ids = ids;
    this.clock = clock;
    this.json = json.rebuild().addModule(masking()).build();
  }

  /// Whether an endpoint of the tenant listens for the type, so that a caller need not gather the
  /// data otherwise. From memory; a new endpoint may take five seconds to count on other nodes.
  public boolean isListening(TenantId tenant, EventType type) {
    return listening.to(tenant, type);
  }

  /// Records one event; does nothing when nobody listens. See [WebhookEvent] for the data.
  public void record(TenantId tenant, EventType type, Object data) {
    record(List.of(new WebhookEvent(tenant, type, data)));
  }

  /// Records many events, of any tenants, in one statement.
  public void record(List<WebhookEvent> events) {
    List<NewEvent> wanted =
        events.stream()
            .filter(event -> isListening(event.tenant(), event.type()))
            .map(this::written)
            .toList();
    if (!wanted.isEmpty() && store.insert(wanted) > 0) {
      wakeup.afterCommit();
    }
  }

  private NewEvent written(WebhookEvent event) {
    String payload = json.writeValueAsString(event.data());
    if (payload.length() > MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "the data of a " + event.type().text() + " event has more than 20,000 characters");
    }
    return new NewEvent(event.tenant(), ids.next(), event.type(), payload, clock.instant());
  }

  /// Whole numbers and addresses do not leave by accident: their own `toString` masks them.
  private static SimpleModule masking() {
    return new SimpleModule("webhook-masking")
        .addSerializer(PhoneNumber.class, new ToStringSerializer(PhoneNumber.class))
        .addSerializer(EmailAddress.class, new ToStringSerializer(EmailAddress.class));
  }
}
