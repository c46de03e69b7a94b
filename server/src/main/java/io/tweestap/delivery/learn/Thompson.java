package io.tweestap.delivery.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Thompson sampling: for each carrier a share of typed codes is drawn from what is believed of it,
/// and the best draw wins. Whoever is hardly known draws widely, and so is tried as often as it may
/// be the best, no more. Pure, but for the numbers it is given.
///
/// What is believed of a carrier is a Beta distribution, Beta(1 + typed, 1 + not typed), which
/// begins with any share being as likely as any other. A draw from it is X / (X + Y) of two Gamma
/// draws (Marsaglia and Tsang, 2000).
final class Thompson {
  private Thompson() {}

  /// A carrier's draw.
  ///
  /// @param drawn the share that was drawn, 0 to 1
  /// @param cost of one code
  /// @param utility what decides: the share, less what the cost weighs
  record Draw(String carrier, Counts counts, double drawn, double cost, double utility) {}

  /// @param costs by carrier; what is not in it costs nothing
  /// @param weight how much share one unit of cost weighs up
  /// @return the best first
  static List<Draw> draw(
      List<String> carriers,
      Map<String, Counts> counts,
      Map<String, Double> costs,
      double weight,
      RandomGenerator random) {
    return carriers.stream()
        .map(carrier -> {
          Counts known = counts.getOrDefault(carrier, Counts.NONE);
          double drawn = beta(1 + known.typed(), 1 + known.sent() - known.typed(), random);
          double cost = costs.getOrDefault(carrier, 0.0);
          return new Draw(carrier, known, drawn, cost, drawn - weight * cost);
        })
        .sorted(Comparator.comparingDouble(Draw::utility).reversed())
        .toList();
  }

  static double beta(double a, double b, RandomGenerator random) {
    double x = gamma(a, random);
    double y = gamma(b, random);
    return x / (x + y);
  }

  /// For shapes of 1 and more, which is all that comes here.
  private static double gamma(double shape, RandomGenerator random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
