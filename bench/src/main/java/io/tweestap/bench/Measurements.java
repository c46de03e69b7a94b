package io.tweestap.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/// The same measurement taken several times; the median counts, the others show the noise.
final class Measurements {
  private final List<Load.Result> results = new ArrayList<>();

  void add(int workers, Duration lasting, Callable<Load.Worker> worker) {
    add(Load.run(workers, lasting, worker));
  }

  void add(Load.Result result) {
    results.add(result);
  }

  /// The median by rate.
  Load.Result median() {
    return sorted().get(results.size() / 2);
  }

  /// How many were done in all of them.
  long done() {
    return results.stream().mapToLong(Load.Result::done).sum();
  }

  double lowest() {
    return sorted().getFirst().perSecond();
  }

  double highest() {
    return sorted().getLast().perSecond();
  }

  private List<Load.Result> sorted() {
    return results.stream().sorted(Comparator.comparingDouble(Load.Result::perSecond)).toList();
  }
}
