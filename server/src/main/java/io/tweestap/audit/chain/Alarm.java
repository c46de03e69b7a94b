package io.tweestap.audit.chain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Says in the log that somebody changed the audit trail: at once, then once an hour per tenant and
/// fault while it lasts.
@Component
class Alarm {
  private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
  private static final int REMEMBERED_MAX = 10_000;

  private final Cache<Rung, Boolean> rung =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED_MAX)
          .expireAfterWrite(Duration.ofHours(1))
          .build();

  private record Rung(TenantId tenant, Fault fault) {}

  void ring(TenantId tenant, Break found) {
    Rung now = new Rung(tenant, found.fault());
    if (rung.asMap().putIfAbsent(now, true) == null) {
      LOG.error(
          "the audit trail of tenant {} was changed by somebody else, position {}, row {}: {}; "
              + "./tweestap audit verify tells more",
          tenant,
          found.position(),
          found.id().map(Object::toString).orElse("gone"),
          found.fault().words());
    }
  }
}
