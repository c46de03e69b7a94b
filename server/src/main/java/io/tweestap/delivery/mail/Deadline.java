package io.tweestap.delivery.mail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Bounds the time of a whole conversation. The time limits of a socket bound a single answer only:
/// a server that is a little slow at each step would hold a message for longer than its lease.
final class Deadline {
  private Deadline() {}

  /// Does the work on a virtual thread of its own; interrupting that one closes its socket.
  ///
  /// @param late the answer when the time is over
  static <T> T within(Duration limit, Callable<T> work, Supplier<T> late) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().name("smtp").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      task.cancel(true);
      return late.get();
    } catch (InterruptedException _) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return late.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the work broke", e.getCause());
    }
  }
}
