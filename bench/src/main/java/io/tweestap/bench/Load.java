package io.tweestap.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many workers doing the same thing over and over, each waiting for its answer before it asks
/// again.
final class Load {
  private Load() {}

  /// What one worker does again and again. Closed at the end.
  interface Worker extends AutoCloseable {
    /// Does it once.
    ///
    /// @return how many were done; 0 when there is nothing left to do
    int once() throws Exception;

    @Override
    default void close() {}
  }

  /// What came of it. Latencies are those of one call of [Worker#once].
  record Result(long done, Duration took, long[] sortedNanos) {
    double perSecond() {
      return done * 1e9 / took.toNanos();
    }

    /// @param share from 0 to 1
    double millis(double share) {
      if (sortedNanos.length == 0) {
        return 0;
      }
      int at = (int) Math.min(sortedNanos.length - 1L, (long) (sortedNanos.length * share));
      return sortedNanos[at] / 1e6;
    }
  }

  /// Lets the workers go on until the time is over or there is nothing left to do.
  static Result run(int workers, Duration atMost, Callable<Worker> newWorker) {
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      long begin = System.nanoTime();
      long until = begin + atMost.toNanos();
      List<Future<Track>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        running.add(threads.submit(() -> work(newWorker, until)));
      }
      List<Track> tracks = new ArrayList<>();
      for (Future<Track> track : running) {
        tracks.add(track.get());
      }
      long end = tracks.stream().mapToLong(track -> track.end).max().orElse(begin);
      long done = tracks.stream().mapToLong(track -> track.done).sum();
      long[] nanos = tracks.stream().flatMapToLong(Track::calls).sorted().toArray();
      return new Result(done, Duration.ofNanos(end - begin), nanos);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a worker failed", e);
    }
  }

  private static Track work(Callable<Worker> newWorker, long until) throws Exception {
    var track = new Track();
    try (Worker worker = newWorker.call()) {
      long before = System.nanoTime();
      while (before < until) {
        int done = worker.once();
        long after = System.nanoTime();
        if (done == 0) {
          break;
        }
        track.add(done, after - before);
        before = after;
      }
      track.end = System.nanoTime();
    }
    return track;
  }

  private static final class Track {
    private long[] nanos = new long[16_384];
    private int calls;
    private long done;
    private long end;

    private void add(int more, long took) {
      if (calls == nanos.length) {
        nanos = Arrays.copyOf(nanos, calls * 2);
      }
      nanos[calls++] = took;
      done += more;
    }

    private java.util.stream.LongStream calls() {
      return Arrays.stream(nanos, 0, calls);
    }
  }
}
