package io.tweestap.webhook.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tweestap.webhook.WebhookSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many attempts run on this node, so that an endpoint that fails or hangs does not slow the
/// others: an endpoint's bound starts at two, doubles with each success up to the configured one
/// and falls to one with a failure; and those that failed last share one half of the node.
final class InFlight {
  private static final int FIRST_BOUND = 2;
  private static final int MOST_REMEMBERED = 100_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  private final int mostAtOnce;
  private final int mostPerEndpoint;
  private final Map<EndpointKey, Integer> running = new HashMap<>();
  private final Cache<EndpointKey, Integer> bounds =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterAccess(REMEMBERED).build();
  private int total;

  InFlight(WebhookSettings settings) {
    this.mostAtOnce = settings.callsAtOnce();
    this.mostPerEndpoint = settings.callsPerEndpoint();
  }

  /// How many more may begin, for those of the endpoints that any may begin for; in their order.
  synchronized Map<EndpointKey, Integer> room(List<EndpointKey> endpoints) {
    int left = mostAtOnce - total;
    int leftForSuspects = mostAtOnce / 2 - runningSuspects();
    Map<EndpointKey, Integer> room = new LinkedHashMap<>();
    for (EndpointKey endpoint : endpoints) {
      int bound = bound(endpoint) - running.getOrDefault(endpoint, 0);
      boolean suspect = isSuspect(endpoint);
      int more = Math.min(bound, suspect ? Math.min(left, leftForSuspects) : left);
      if (more > 0) {
        room.put(endpoint, more);
        left -= more;
        leftForSuspects -= suspect ? more : 0;
      }
    }
    return room;
  }

  synchronized void begin(EndpointKey endpoint) {
    total++;
    running.merge(endpoint, 1, Integer::sum);
  }

  synchronized void end(EndpointKey endpoint, boolean success) {
    total--;
    running.computeIfPresent(endpoint, (_, count) -> count == 1 ? null : count - 1);
    int bound = success ? Math.min(bound(endpoint) * 2, mostPerEndpoint) : 1;
    bounds.put(endpoint, bound);
  }

  synchronized int total() {
    return total;
  }

  private int runningSuspects() {
    return running.entrySet().stream()
        .filter(entry -> isSuspect(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private boolean isSuspect(EndpointKey endpoint) {
    return bound(endpoint) == 1;
  }

  private int bound(EndpointKey endpoint) {
    Integer known = bounds.getIfPresent(endpoint);
    return known == null ? Math.min(FIRST_BOUND, mostPerEndpoint) : known;
  }
}
