package io.tweestap.delivery.route;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.CarrierSource;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.jdbc.TryRecord;
import io.tweestap.delivery.learn.LearnedOrder;
import io.tweestap.shared.Channel;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Which carrier gets a message: of those that serve its channel the first by the rules, or where
/// none fits, the one with the lowest rank, and of equal ones the first by name; while that is
/// down, or after it failed, the one behind it. A carrier that only stands in gets nothing where
/// there is another, not even while that is down.
@Component
public class Routes {
  private static final Comparator<Carrier> BEST_FIRST =
      Comparator.comparingInt(Carrier::rank).thenComparing(Carrier::name);

  private final List<Carrier> fixed;
  private final List<CarrierSource> sources;
  private final CarrierHealth health;
  private final OrderCandidates ordering;

  Routes(
      ObjectProvider<Carrier> fixed,
      ObjectProvider<CarrierSource> sources,
      CarrierHealth health,
      OrderCandidates ordering) {
    this.fixed = fixed.stream().toList();
    this.sources = sources.stream().toList();
    this.health = health;
    this.ordering = ordering;
  }

  /// Those that serve a channel, the best first.
  public List<Carrier> inOrder(Channel channel) {
    List<Carrier> serving =
        all().filter(carrier -> carrier.channels().contains(channel)).sorted(BEST_FIRST).toList();
    List<Carrier> real = serving.stream().filter(carrier -> !carrier.isForTrying()).toList();
    return real.isEmpty() ? serving : real;
  }

  /// The carrier for a message that nobody was asked for yet.
  public Route first(RouteQuery query) {
    LearnedOrder.Ordered order = ordered(query);
    return Failover.next(order.candidates(), health::isUp, List.of())
        .map(route -> new Route(route.carrier(), route.reason(), order.learned()))
        .orElse(Route.NONE);
  }

  /// The carrier for a message after what was tried.
  ///
  /// @param tries that have ended, oldest first
  /// @return empty when no carrier is left that might reach the recipient
  public Optional<Route> next(RouteQuery query, List<TryRecord> tries) {
    return Failover.next(candidates(query), health::isUp, tries);
  }

  /// The carrier for a message that others took and of which nothing was heard, or that they lost.
  ///
  /// @param lost whether they said so
  /// @return empty when there is no other that is up
  public Optional<Route> second(RouteQuery query, List<TryRecord> tries, boolean lost) {
    Set<String> had =
        tries.stream()
            .filter(one -> one.outcome() == TryOutcome.ACCEPTED)
            .map(TryRecord::carrier)
            .collect(Collectors.toSet());
    List<Candidate> others =
        candidates(query).stream().filter(one -> !had.contains(one.carrier())).toList();
    return Failover.next(others, health::isUp, tries)
        .filter(route -> health.isUp(route.carrier()))
        .map(route -> new Route(route.carrier(), route.reason() + ", since " + why(had, lost)));
  }

  /// Whether a message that a carrier took may go to another when that one loses it.
  ///
  /// @param otherwise what counts where no rule says so
  public boolean mayFollow(RouteQuery query, boolean otherwise) {
    List<Carrier> order = inOrder(query.channel());
    return order.size() > 1 && ordering.resendsLost(query, names(order)).orElse(otherwise);
  }

  private static String why(Set<String> had, boolean lost) {
    String names = had.stream().sorted().collect(Collectors.joining(" and "));
    return lost ? names + " lost it" : "no receipt came from " + names;
  }

  /// A carrier of this node.
  public Optional<Carrier> here(String name) {
    return all().filter(carrier -> carrier.name().equals(name)).findFirst();
  }

  /// Whether any carrier serves the channel and is up.
  boolean isServed(Channel channel) {
    return inOrder(channel).stream().anyMatch(carrier -> health.isUp(carrier.name()));
  }

  boolean isUp(String carrier) {
    return health.isUp(carrier);
  }

  /// Those that serve at least one channel.
  public Collection<Carrier> carriers() {
    return EnumSet.allOf(Channel.class).stream()
        .flatMap(channel -> inOrder(channel).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  public Set<Channel> channelsOf(Carrier carrier) {
    return carrier.channels().stream()
        .filter(channel -> inOrder(channel).contains(carrier))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<Candidate> candidates(RouteQuery query) {
    return ordered(query).candidates();
  }

  private LearnedOrder.Ordered ordered(RouteQuery query) {
    return ordering.order(query, names(inOrder(query.channel())));
  }

  private static List<String> names(List<Carrier> carriers) {
    return carriers.stream().map(Carrier::name).toList();
  }

  private Stream<Carrier> all() {
    return Stream.concat(
        fixed.stream(), sources.stream().flatMap(source -> source.carriers().stream()));
  }
}
