package io.tweestap.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tweestap.tenant.ClientRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Records wrong secrets of clients that exist. A stranger may send as many as they like, so each
/// node records the first at once, and then at most one a minute for each client, with the number
/// of those since.
///
/// It is written beside the request, which is answered no later than one of a client that does not
/// exist.
@Component
class ClientRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(ClientRefusals.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int CLIENTS_MAX = 10_000;

  private final AuditTrail trail;
  private final PresentRequest request;
  private final Clock clock;
  private final Cache<String, Count> counts =
      Caffeine.newBuilder().maximumSize(CLIENTS_MAX).build();

  ClientRefusals(AuditTrail trail, PresentRequest request, Clock clock) {
    this.trail = trail;
    this.request = request;
    this.clock = clock;
  }

  /// @param recordedAt when the last one was recorded
  /// @param since refusals after it
  private record Count(Instant recordedAt, long since) {}

  @EventListener
  void on(ClientRefused news) {
    Instant now = clock.instant();
    long[] number = {0};
    counts
        .asMap()
        .compute(
            news.clientId(),
            (_, last) -> {
              if (last == null || !now.isBefore(last.recordedAt().plus(PAUSE))) {
                number[0] = last == null ? 1 : last.since() + 1;
                return new Count(now, 0);
              }
              return new Count(last.recordedAt(), last.since() + 1);
            });
    if (number[0] > 0) {
      record(news, number[0]);
    }
  }

  private void record(ClientRefused news, long number) {
    AuditEvent event =
        new AuditEvent(
            AuditAction.CLIENT_REFUSED,
            Actor.client(news.clientId()),
            Optional.empty(),
            request.source(),
            AuditResult.FAILURE,
            Map.of("times", Long.toString(Math.min(number, 999_999_999))));
    Thread.ofVirtual()
        .start(() -> {
          try {
            trail.record(news.tenant(), event);
          } catch (RuntimeException e) {
            LOG.warn("wrong credentials of {} could not be recorded", news.clientId(), e);
          }
        });
  }
}
