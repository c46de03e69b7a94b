package io.tweestap.shared;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadTogetherTest {
  private static final Map<String, String> ROWS =
      Map.of("held 1", "1", "held 2", "2", "a", "A", "b", "B", "broken", "?");

  private final List<List<String>> queries = Collections.synchronizedList(new ArrayList<>());
  private final List<FutureTask<Optional<String>>> asked = new ArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    held.countDown();
    TransactionSynchronizationManager.setActualTransactionActive(false);
  }

  @Test
  void aReadThatMeetsNobodyRunsAlone() {
    var reads = new ReadTogether<>(this::rows);
    assertThat(reads.find("a")).contains("A");
    assertThat(reads.find("not there")).isEmpty();
    assertThat(queries).containsExactly(List.of("a"), List.of("not there"));
  }

  @Test
  void readsThatWaitShareAQueryAndEachGetsItsOwnRow() throws Exception {
    var reads = new ReadTogether<>(this::rows);
    List.of("held 1", "held 2", "a", "not there", "b").forEach(key -> ask(reads, key));
    held.countDown();
    assertThat(asked.get(2).get()).contains("A");
    assertThat(asked.get(3).get()).isEmpty();
    assertThat(asked.get(4).get()).contains("B");
    assertThat(queries)
        .containsExactly(List.of("held 1"), List.of("held 2"), List.of("a", "not there", "b"));
  }

  @Test
  void insideATransactionARowIsReadOnTheSpot() {
    var reads = new ReadTogether<>(this::rows);
    List.of("held 1", "held 2").forEach(key -> ask(reads, key));
    TransactionSynchronizationManager.setActualTransactionActive(true);
    assertThat(reads.find("a")).contains("A");
    assertThat(reads.find("not there")).isEmpty();
  }

  @Test
  void aRowThatCannotBeReadFailsAlone() throws Exception {
    var reads =
        new ReadTogether<String, String>(
            keys -> failing(keys, new IllegalStateException("the seal is broken")));
    List.of("held 1", "held 2", "a", "broken", "b").forEach(key -> ask(reads, key));
    held.countDown();
    assertThat(asked.get(2).get()).contains("A");
    assertThat(failure(asked.get(3))).hasMessage("the seal is broken");
    assertThat(asked.get(4).get()).contains("B");
  }

  @Test
  void withoutADatabaseNobodyAsksAgain() {
    var reads =
        new ReadTogether<String, String>(
            keys -> failing(keys, new DataAccessResourceFailureException("no connection")));
    List.of("held 1", "held 2", "a", "broken", "b").forEach(key -> ask(reads, key));
    held.countDown();
    assertThat(asked.subList(2, 5))
        .allSatisfy(task -> assertThat(failure(task)).hasMessage("no connection"));
    assertThat(queries).hasSize(3);
  }

  private Map<String, String> rows(List<String> keys) {
    queries.add(keys);
    if (keys.getFirst().startsWith("held")) {
      await();
    }
    return keys.stream()
        .filter(ROWS::containsKey)
        .collect(toMap(Function.identity(), key -> requireNonNull(ROWS.get(key))));
  }

  private Map<String, String> failing(List<String> keys, RuntimeException failure) {
    Map<String, String> rows = rows(keys);
    if (keys.contains("broken")) {
      throw failure;
    }
    return rows;
  }

  private void await() {
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Reads on a thread of its own, and returns when that thread waits or has ended.
  private void ask(ReadTogether<String, String> reads, String key) {
    var task = new FutureTask<>(() -> reads.find(key));
    asked.add(task);
    Thread thread = Thread.ofPlatform().daemon().start(task);
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private static Throwable failure(FutureTask<Optional<String>> task) {
    try {
      throw new AssertionError("no failure but " + task.get(20, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return requireNonNull(e.getCause());
    } catch (Exception e) {
      throw new AssertionError("no failure", e);
    }
  }
}
