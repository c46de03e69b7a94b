package io.tweestap.delivery.courier;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many messages one courier may have: so many that its carrier takes at once, and a few whose
/// result is being written. The carrier gets its next message before that is done.
final class Places {
  /// As many times as many may have no result yet as the carrier takes at once: a node that dies
  /// leaves no more of them open.
  private static final int UNWRITTEN = 2;

  /// A claim costs the database about as much for one message as for ten: it waits a moment for a
  /// fourth of the carrier's hands to become free.
  private static final int ENOUGH = 4;

  private static final long MOMENT_MILLIS = 5;

  private final int parallelMax;
  private final Semaphore hands;
  private final Semaphore unwritten;

  /// @param parallelMax how many the carrier takes at once, 1 or more
  Places(int parallelMax) {
    this.parallelMax = parallelMax;
    this.hands = new Semaphore(parallelMax);
    this.unwritten = new Semaphore(UNWRITTEN * parallelMax);
  }

  /// Takes all the places that there are, as soon as there are enough.
  ///
  /// @return how many, 1 or more
  int await() throws InterruptedException {
    int free = awaitHands();
    unwritten.acquire();
    int places = 1;
    while (places < free && unwritten.tryAcquire()) {
      places++;
    }
    hands.release(free - places);
    return places;
  }

  private int awaitHands() throws InterruptedException {
    hands.acquire();
    int more = parallelMax / ENOUGH;
    boolean enough = hands.tryAcquire(more, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    return 1 + (enough ? more : 0) + hands.drainPermits();
  }

  /// Gives back places that no message was found for.
  void giveBack(int places) {
    hands.release(places);
    unwritten.release(places);
  }

  /// The carrier has answered for a message; its result is still to be written.
  void answered() {
    hands.release();
  }

  /// A message needs its place no longer.
  void written() {
    unwritten.release();
  }

  /// Waits until nothing is on its way any more; nobody gets a place afterwards.
  void close() {
    unwritten.acquireUninterruptibly(UNWRITTEN * parallelMax);
  }
}
