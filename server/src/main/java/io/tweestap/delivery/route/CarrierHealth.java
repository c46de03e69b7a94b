package io.tweestap.delivery.route;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.jdbc.CarrierSeenRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Which carriers are up, here or on another node: a link that only one node could bind serves the
/// messages of all. What counts is the last look around.
@Component
public class CarrierHealth {
  /// A carrier that was up nowhere for so long is down.
  public static final Duration DOWN_AFTER = Duration.ofSeconds(3);

  /// So long one that has just appeared may take to come up.
  public static final Duration COMING_UP = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(CarrierHealth.class);

  private final CarrierSeenRows rows;
  private final Clock clock;
  private final Map<String, Instant> goodUntil = new ConcurrentHashMap<>();
  private volatile Set<String> elsewhere = Set.of();
  private volatile Set<String> up = Set.of();

  CarrierHealth(CarrierSeenRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /// Looks around, tells the other nodes what is up here, and hears what is up there.
  public void look(Collection<Carrier> here) {
    Instant now = clock.instant();
    List<String> upHere = here.stream().filter(Carrier::isUp).map(Carrier::name).sorted().toList();
    here.forEach(carrier -> goodUntil.putIfAbsent(carrier.name(), now.plus(COMING_UP)));
    goodUntil.keySet().retainAll(here.stream().map(Carrier::name).collect(Collectors.toSet()));
    upHere.forEach(name -> goodUntil.put(name, now.plus(DOWN_AFTER)));
    try {
      elsewhere = rows.exchange(upHere, DOWN_AFTER);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("what is up elsewhere is not known: {}", e.getClass().getSimpleName());
    }
    Set<String> all = new HashSet<>(elsewhere);
    goodUntil.forEach((name, until) -> {
      if (until.isAfter(now)) {
        all.add(name);
      }
    });
    up = Set.copyOf(all);
  }

  boolean isUp(String carrier) {
    return up.contains(carrier);
  }
}
