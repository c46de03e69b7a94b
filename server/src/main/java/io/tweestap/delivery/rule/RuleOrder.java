package io.tweestap.delivery.rule;

import io.tweestap.delivery.route.Candidate;
import io.tweestap.delivery.rule.RouteRule.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// In which order carriers are asked for a message. Pure.
///
/// The first rule that fits, and of whose carriers one is there, decides: its carriers come first,
/// drawn by weight, and behind them, unless it forbids that, the others by rank. Without such a
/// rule the rank alone counts.
public final class RuleOrder {
  private RuleOrder() {}

  /// @param byRank carriers that are there, the best first
  public static List<Candidate> order(
      List<RouteRule> rules, RouteFacts facts, List<String> byRank) {
    return deciding(rules, facts, byRank)
        .map(rule -> byRule(rule, there(rule, byRank), facts.message(), byRank))
        .orElseGet(() -> byRank(byRank));
  }

  /// The rule that decides; empty where the rank alone does.
  public static Optional<RouteRule> deciding(
      List<RouteRule> rules, RouteFacts facts, List<String> byRank) {
    return rules.stream()
        .filter(rule -> !there(rule, byRank).isEmpty() && rule.fits(facts))
        .findFirst();
  }

  private static List<Share> there(RouteRule rule, List<String> byRank) {
    return rule.carriers().stream().filter(share -> byRank.contains(share.carrier())).toList();
  }

  /// Where there are no rules.
  public static List<Candidate> byRank(List<String> byRank) {
    return byRank.stream().map(carrier -> new Candidate(carrier, "rank")).toList();
  }

  private static List<Candidate> byRule(
      RouteRule rule, List<Share> there, UUID message, List<String> byRank) {
    int all = there.stream().mapToInt(Share::weight).sum();
    List<Candidate> order = new ArrayList<>();
    there.stream()
        .sorted(Comparator.comparingDouble(share -> draw(share, message)))
        .map(share ->
            new Candidate(
                share.carrier(),
                "rule " + rule.name() + ", weight " + share.weight() + " of " + all))
        .forEach(order::add);
    if (!rule.only()) {
      byRank.stream()
          .filter(carrier -> there.stream().noneMatch(share -> share.carrier().equals(carrier)))
          .map(carrier -> new Candidate(carrier, "rank, behind rule " + rule.name()))
          .forEach(order::add);
    }
    return order;
  }

  /// The arrival of an exponential clock that runs at the carrier's weight: whoever rings first is
  /// first, which happens in proportion to the weights (Efraimidis and Spirakis, 2006). Those
  /// without a weight ring never, and keep their order.
  private static double draw(Share share, UUID message) {
    return share.weight() == 0
        ? Double.POSITIVE_INFINITY
        : -Math.log(uniform(message, share.carrier())) / share.weight();
  }

  /// A number in (0, 1] that looks random and is the same for the same message and carrier.
  private static double uniform(UUID message, String carrier) {
    long mixed =
        mix(
            message.getMostSignificantBits()
                ^ mix(message.getLeastSignificantBits() ^ mix(carrier.hashCode())));
    return ((mixed >>> 11) + 1) * 0x1.0p-53;
  }

  /// The finalizer of SplitMix64.
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
