package io.tweestap.functional;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs the same thing on many threads that all start at the same moment.
final class Together {
  private Together() {}

  static <T> List<T> run(int threads, Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<T> results = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            executor.submit(() -> {
              start.await();
              return work.call();
            }));
      }
      for (Future<T> one : running) {
        results.add(one.get());
      }
    }
    return results;
  }
}
