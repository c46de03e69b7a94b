package io.tweestap.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void itLooksAgainAfterAFailure() {
    Watch watch = new Watch("test", this::fail) {};
    watch.start();
    await().until(() -> looks.get() >= 2);
    watch.stop();
    assertThat(watch.isRunning()).isFalse();
  }

  @Test
  void itsStopWaitsForWhatItIsDoing() throws InterruptedException {
    Watch watch = new Watch("test", this::slowly) {};
    watch.start();
    begun.await();
    Thread stop = Thread.ofVirtual().start(watch::stop);
    await().until(() -> !watch.isRunning());
    assertThat(looks).hasValue(0);
    mayEnd.countDown();
    stop.join();
    assertThat(looks).hasValue(1);
  }

  @Test
  void whatNeverBeganCanBeStopped() {
    Watch watch = new Watch("test", () -> {}) {};
    assertThatCode(watch::stop).doesNotThrowAnyException();
  }

  private void fail() {
    looks.incrementAndGet();
    throw new IllegalStateException("the database is away");
  }

  private void slowly() {
    try {
      begun.countDown();
      mayEnd.await();
      looks.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
