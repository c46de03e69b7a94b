package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Tells this node's workers at once that there is something to send; other nodes find it by
/// looking. A ring is never lost: it is remembered until somebody who waits for its channel hears
/// it.
@Component
class Doorbell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Set<Channel> pending = EnumSet.noneOf(Channel.class);

  void ring(Channel channel) {
    lock.lock();
    try {
      pending.add(channel);
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a ring of one of the channels, or for the time to pass.
  void await(Set<Channel> channels, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (!pending.removeAll(channels) && nanos > 0) {
        nanos = rung.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Wakes everybody, for the end.
  void ringAll() {
    for (Channel channel : Channel.values()) {
      ring(channel);
    }
  }
}
