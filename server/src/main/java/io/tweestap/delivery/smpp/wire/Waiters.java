package io.tweestap.delivery.smpp.wire;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The threads that wait for an answer of one session. The library lets them wait for their whole
/// time even when the connection is gone, or when it cannot get rid of its octets; here they are
/// woken.
final class Waiters {
  private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

  /// The calling thread begins to wait. Whoever begins also ends, see [Waiter#end].
  Waiter begin() {
    Waiter waiter = new Waiter(Thread.currentThread(), System.nanoTime());
    waiting.add(waiter);
    return waiter;
  }

  /// Nobody waits any longer.
  void wakeAll() {
    waiting.forEach(Waiter::wake);
  }

  /// Whether somebody has waited for longer than this.
  boolean isAnyOlderThan(Duration age) {
    long now = System.nanoTime();
    return waiting.stream().anyMatch(waiter -> now - waiter.since > age.toNanos());
  }

  /// One thread.
  final class Waiter {
    private final Thread thread;
    private final long since;
    private boolean ended;
    private boolean woken;

    private Waiter(Thread thread, long since) {
      this.thread = thread;
      this.since = since;
    }

    private synchronized void wake() {
      if (!ended) {
        woken = true;
        thread.interrupt();
      }
    }

    /// The thread goes on; it keeps no interruption that was meant for the waiting.
    synchronized void end() {
      ended = true;
      waiting.remove(this);
      if (woken) {
        Thread.interrupted();
      }
    }
  }
}
