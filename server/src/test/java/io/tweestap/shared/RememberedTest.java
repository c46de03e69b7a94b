package io.tweestap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RememberedTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final Remembered<String, Integer> remembered =
      new Remembered<>(10, Duration.ofSeconds(5), clock);
  private final AtomicInteger readings = new AtomicInteger();

  private Integer read(String key) {
    return readings.incrementAndGet();
  }

  @Test
  void aValueIsReadOnceForItsTime() {
    assertThat(remembered.get("a", this::read)).isEqualTo(1);
    assertThat(remembered.get("a", this::read)).isEqualTo(1);
    clock.advance(Duration.ofSeconds(6));
    assertThat(remembered.get("a", this::read)).isEqualTo(2);
  }

  @Test
  void whatIsForgottenIsReadAnew() {
    remembered.get("a", this::read);
    remembered.forget("a");
    assertThat(remembered.get("a", this::read)).isEqualTo(2);
  }

  @Test
  void nobodyWaitsForAnothersReading() throws Exception {
    var reading = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Thread slow =
        Thread.ofVirtual()
            .start(() ->
                remembered.get(
                    "a",
                    _ -> {
                      reading.countDown();
                      await(goOn);
                      return 100;
                    }));
    reading.await();
    assertThat(remembered.get("a", this::read)).isEqualTo(1);
    goOn.countDown();
    slow.join();
  }

  @Test
  void aReadingOvertakenByAChangeIsNotKept() {
    remembered.get(
        "a",
        key -> {
          remembered.forget(key);
          return 100;
        });
    assertThat(remembered.get("a", this::read)).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
