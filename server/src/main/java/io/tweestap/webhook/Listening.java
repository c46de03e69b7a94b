package io.tweestap.webhook;

import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which event types somebody of a tenant listens to, remembered for five seconds: a tenant without
/// endpoints costs its verifications nothing. A change on this node counts at once, on other nodes
/// within those five seconds.
@Component
class Listening {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST_TENANTS = 50_000;

  private final EndpointStore store;
  private final Remembered<TenantId, Set<String>> types;

  Listening(EndpointStore store, Clock clock) {
    this.store = store;
    this.types = new Remembered<>(MOST_TENANTS, REMEMBERED, clock);
  }

  boolean to(TenantId tenant, EventType type) {
    return types.get(tenant, store::listenedTypes).contains(type.text());
  }

  void changed(TenantId tenant) {
    types.forget(tenant);
  }
}
