package io.tweestap.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Tells this node's workers at once that there is something to send; other nodes find it by
/// looking. A ring is never lost: it is remembered until somebody who waits for its carrier hears
/// it.
@Component
public class Doorbell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Set<String> pending = new HashSet<>();
  private boolean ended;

  /// Somebody waits from now on.
  public void open() {
    lock.lock();
    try {
      ended = false;
    } finally {
      lock.unlock();
    }
  }

  /// @param carrier for which there is something
  public void ring(String carrier) {
    lock.lock();
    try {
      pending.add(carrier);
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a ring for one of the carriers, or for the time to pass.
  public void await(Set<String> carriers, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (!pending.removeAll(carriers) && !ended && nanos > 0) {
        nanos = rung.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Wakes everybody, for the end; from then on nobody waits, until it is opened again.
  public void ringAll() {
    lock.lock();
    try {
      ended = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
