package io.tweestap.delivery.smpp;

import io.tweestap.operations.Tally;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// When the parts of one link may be sent, on this node: takes stretches of the link's time from
/// the database, a twentieth of a second long where parts come thick and fast, and deals out their
/// places. Places that nobody took in time are lost, so that no pause is followed by a burst.
final class Pace {
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final double STRETCH_SECONDS = 0.05;
  private static final double SLOWEST = 1.0 / 32;
  private static final double NANOS = 1e9;

  private final PaceRows rows;
  private final String carrier;
  private final double most;
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch ended = new CountDownLatch(1);
  private long begin;
  private double spacing;
  private int places;
  private int taken;
  private volatile long pausedUntil;

  /// @param most parts in a second
  Pace(PaceRows rows, String carrier, int most) {
    this.rows = rows;
    this.carrier = carrier;
    this.most = most;
    this.pausedUntil = System.nanoTime();
  }

  /// Places for some parts, one behind the other.
  ///
  /// @param first when the first may be sent, by `System.nanoTime()`
  /// @param spacing nanoseconds between two
  record Turn(long first, double spacing) {
    long at(int part) {
      return first + (long) (part * spacing);
    }
  }

  /// Takes places for all of them at once.
  Turn take(int parts) {
    lock.lock();
    try {
      dropPassed();
      if (places - taken < parts) {
        fetch(parts);
      }
      Turn turn = new Turn(begin + (long) (taken * spacing), spacing);
      taken += parts;
      return turn;
    } finally {
      lock.unlock();
    }
  }

  private void dropPassed() {
    if (places > taken) {
      long passed = (long) Math.ceil((System.nanoTime() - begin) / spacing);
      taken = (int) Math.clamp(passed, taken, places);
    }
  }

  private void fetch(int parts) {
    int wanted = Math.max(parts, (int) (most * STRETCH_SECONDS));
    PaceRows.Stretch stretch = rows.take(carrier, wanted, most);
    spacing = NANOS / stretch.rate();
    begin = System.nanoTime() + (long) (stretch.endsInSeconds() * NANOS - wanted * spacing);
    places = wanted;
    taken = 0;
  }

  /// Waits for a moment.
  ///
  /// @param latest beyond which nobody waits
  /// @return whether the moment has come; not where it lies beyond the latest, or the link ends
  boolean await(long moment, long latest) throws InterruptedException {
    if (moment - latest > 0) {
      return false;
    }
    return !ended.await(moment - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /// The operator asked for it: nothing is sent for a second, and then half as fast.
  void slowDown() {
    Tally.THROTTLES.add(carrier);
    lock.lock();
    try {
      pausedUntil = System.nanoTime() + PAUSE.toNanos();
      places = 0;
      taken = 0;
      rows.slowDown(carrier, most * SLOWEST, PAUSE);
    } finally {
      lock.unlock();
    }
  }

  /// Whether the operator just asked to be spared.
  boolean isPaused() {
    return System.nanoTime() - pausedUntil < 0;
  }

  /// Nobody waits any longer.
  void end() {
    ended.countDown();
  }
}
