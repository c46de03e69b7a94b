package io.tweestap.delivery.secondtry;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.Key;
import io.tweestap.delivery.jdbc.SecondTryRows;
import io.tweestap.delivery.jdbc.SecondTryRows.Due;
import io.tweestap.delivery.route.Route;
import io.tweestap.delivery.route.RouteQuery;
import io.tweestap.delivery.route.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks up the messages that a further carrier is to get, and says which one. What none may have
/// any more ends here: its life is over, nobody waits for it, or all carriers had it.
@Component
class TakeSecondTries {
  private static final Duration LATER = Duration.ofSeconds(1);

  private final SecondTryRows rows;
  private final SecondTryRecord record;
  private final Routes routes;
  private final Wanted wanted;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TakeSecondTries(
      SecondTryRows rows,
      SecondTryRecord record,
      Routes routes,
      Wanted wanted,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.record = record;
    this.routes = routes;
    this.wanted = wanted;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// A message on its way to a carrier of this node.
  record Taken(Claimed message, Carrier carrier, Route route) {}

  /// @param places how many at most
  List<Taken> take(int places) {
    record.endOver();
    return transaction.execute(_ -> takeSome(places));
  }

  private List<Taken> takeSome(int places) {
    Instant now = clock.instant();
    List<Taken> taken = new ArrayList<>();
    List<Key> ended = new ArrayList<>();
    for (Due due : rows.lock(now, places)) {
      Claimed message = due.message();
      Optional<Route> route = route(due, now);
      if (route.isEmpty()) {
        ended.add(new Key(message.tenant(), message.id()));
        continue;
      }
      Optional<Carrier> here = routes.here(route.get().carrier()).filter(Carrier::isReady);
      if (here.isPresent()) {
        rows.take(message, now);
        taken.add(new Taken(message, here.get(), route.get()));
      } else {
        rows.postpone(message, now.plus(LATER));
      }
    }
    record.end(ended);
    return taken;
  }

  private Optional<Route> route(Due due, Instant now) {
    Claimed message = due.message();
    boolean over = !message.expiresAt().isAfter(now) || due.lost() && due.carriersLeft() == 0;
    return due.abandoned() || over || !wanted.isWanted(message.tenant(), due.about())
        ? Optional.empty()
        : routes.second(RouteQuery.of(message), message.tries(), due.lost());
  }
}
