package io.tweestap.delivery.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says of which carriers fewer codes are typed than chance explains. Pure.
final class Conversion {
  /// Below so many codes nothing is said.
  static final double ENOUGH = 30;

  /// Whoever has less than this part of the best one's share is behind.
  static final double PART = 0.75;

  /// And only where so many standard deviations lie between them: once in seven hundred by chance.
  static final double DEVIATIONS = 3;

  private Conversion() {}

  /// A carrier that is behind.
  ///
  /// @param best the one that it is compared with
  record Behind(String carrier, Counts its, String best, Counts bests) {}

  /// @param carriers those that may have a message
  static List<Behind> behind(List<String> carriers, Map<String, Counts> counts) {
    List<String> known =
        carriers.stream()
            .filter(one -> counts.getOrDefault(one, Counts.NONE).sent() >= ENOUGH)
            .toList();
    Optional<String> best =
        known.stream()
            .max(Comparator.comparingDouble(one -> counts.getOrDefault(one, Counts.NONE).share()));
    return best.stream()
        .flatMap(first ->
            known.stream()
                .map(one ->
                    new Behind(
                        one,
                        counts.getOrDefault(one, Counts.NONE),
                        first,
                        counts.getOrDefault(first, Counts.NONE))))
        .filter(one -> isBehind(one.its(), one.bests()))
        .toList();
  }

  /// The test of two shares, with the share of both together.
  private static boolean isBehind(Counts its, Counts bests) {
    double both = (its.typed() + bests.typed()) / (its.sent() + bests.sent());
    double deviation = Math.sqrt(both * (1 - both) * (1 / its.sent() + 1 / bests.sent()));
    return its.share() < PART * bests.share()
        && bests.share() - its.share() > DEVIATIONS * deviation;
  }
}
