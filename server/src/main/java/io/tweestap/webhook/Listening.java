package io.tweestap.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Which event types somebody of a tenant listens to, remembered for five seconds: a tenant without
/// endpoints costs its verifications nothing. A change on this node counts at once, on other nodes
/// within those five seconds.
@Component
class Listening {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST_TENANTS = 50_000;

  private final EndpointStore store;
  private final Cache<TenantId, Set<String>> types;

  Listening(EndpointStore store, Clock clock) {
    this.store = store;
    this.types =
        Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_TENANTS)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  boolean to(TenantId tenant, EventType type) {
    Set<String> known = types.getIfPresent(tenant);
    if (known == null) {
      // Loaded outside of the cache's locks: a caller may hold the pool's last connection.
      known = store.listenedTypes(tenant);
      types.put(tenant, known);
    }
    return known.contains(type.text());
  }

  void changed(TenantId tenant) {
    types.invalidate(tenant);
  }
}
