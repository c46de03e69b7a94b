package io.tweestap.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Slow hashes take turns, and leave the processors to others")
@Timeout(60)
class TurnsTest {
  private static final int AT_ONCE = 2;
  private static final int MANY = 64;
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void noMoreThanAllowedRunAtOnceAndAllGetTheirTurn() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Turns turns = new Turns(AT_ONCE, LONG)) {
      List<Optional<String>> done =
          onVirtualThreads(
              MANY,
              () ->
                  turns.take(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.yield();
                    running.decrementAndGet();
                    return "hashed";
                  }));

      assertThat(done).hasSize(MANY).allMatch(Optional::isPresent);
      assertThat(most.get()).isBetween(1, AT_ONCE);
    }
  }

  @Test
  @DisplayName("Work that never gives its processor away does not stop other requests")
  void othersProceedWhileEveryTurnComputes() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch computing = new CountDownLatch(cores);
    try (Turns turns = new Turns(cores, LONG);
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < cores; i++) {
        requests.submit(() -> turns.take(() -> compute(computing, over)));
      }
      computing.await();

      // As many carriers as there are cores: had the work been done on them, this would never run.
      assertThat(requests.submit(() -> "answered").get()).isEqualTo("answered");
      over.set(true);
    }
  }

  private static boolean compute(CountDownLatch computing, AtomicBoolean over) {
    computing.countDown();
    while (!over.get()) {
      Thread.onSpinWait();
    }
    return true;
  }

  @Test
  void whoGetsNoTurnInTimeIsToldAndNothingIsDone() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    try (Turns turns = new Turns(1, Duration.ZERO);
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Boolean>> first =
          requests.submit(() -> turns.take(() -> wait(inside, leave)));
      inside.await();

      assertThat(turns.take(() -> done.getAndSet(true))).isEmpty();
      assertThat(done).isFalse();

      leave.countDown();
      assertThat(first.get()).contains(true);
      assertThat(turns.take(() -> "free again")).contains("free again");
    }
  }

  private static boolean wait(CountDownLatch inside, CountDownLatch leave) {
    inside.countDown();
    try {
      leave.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTurnThatFailsIsGivenBack() {
    try (Turns turns = new Turns(1, Duration.ZERO)) {
      assertThatThrownBy(() -> turns.take(() -> List.of().getFirst()));

      assertThat(turns.take(() -> "free again")).contains("free again");
    }
  }

  private static <T> List<T> onVirtualThreads(int count, Callable<T> work) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        running.add(requests.submit(work));
      }
      for (Future<T> one : running) {
        results.add(one.get());
      }
    }
    return results;
  }
}
