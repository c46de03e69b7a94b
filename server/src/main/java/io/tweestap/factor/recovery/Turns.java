package io.tweestap.factor.recovery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets only so much work of the processor's run at once, first come, first served; who gets no
/// turn in time is told so.
///
/// The work runs on threads of its own. A request's virtual thread would not give its carrier away
/// while it computes, and there are as few carriers as processors: a handful of requests that hash
/// would leave none for all others.
final class Turns implements AutoCloseable {
  private final Semaphore free;
  private final ExecutorService threads;
  private final Duration patience;

  /// @param atOnce 1 or more
  /// @param patience how long somebody waits for a turn
  Turns(int atOnce, Duration patience) {
    this.free = new Semaphore(atOnce, true);
    this.threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name("slow-hash-", 0).factory());
    this.patience = patience;
  }

  /// Does it when it is its turn.
  ///
  /// @return what it gave; empty when there was no turn in time, and nothing was done
  <T> Optional<T> take(Supplier<T> work) {
    return isMine() ? Optional.of(done(work)) : Optional.empty();
  }

  private boolean isMine() {
    try {
      return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> T done(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads).join();
    } finally {
      free.release();
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
