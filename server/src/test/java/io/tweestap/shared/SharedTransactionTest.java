package io.tweestap.shared;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedTransactionTest {
  private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
  private final List<FutureTask<String>> asked = new ArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final SharedTransaction<String, String> transaction =
      new SharedTransaction<>(
          TransactionOperations.withoutTransaction(),
          request -> !request.startsWith("large"),
          this::run);

  @AfterEach
  void letGo() {
    held.countDown();
    TransactionSynchronizationManager.setActualTransactionActive(false);
  }

  @Test
  void equalRequestsThatWaitShareItTooAndEachGetsItsAnswer() throws Exception {
    bothLanesAreBusy();
    List.of("a", "b", "a").forEach(this::ask);
    held.countDown();
    assertThat(asked.get(2).get()).isEqualTo("answer to a");
    assertThat(asked.get(3).get()).isEqualTo("answer to b");
    assertThat(asked.get(4).get()).isEqualTo("answer to a");
    assertThat(batches).contains(List.of("a", "b", "a"));
  }

  @Test
  void aLargeOneWaitsForNobody() {
    bothLanesAreBusy();
    assertThat(transaction.run("large")).isEqualTo("answer to large");
  }

  @Test
  void insideATransactionItRunsOnTheSpotAlone() {
    bothLanesAreBusy();
    TransactionSynchronizationManager.setActualTransactionActive(true);
    assertThat(transaction.run("a")).isEqualTo("answer to a");
    assertThat(batches).contains(List.of("a"));
  }

  @Test
  void whatTheDatabaseRefusesFailsAlone() throws Exception {
    bothLanesAreBusy();
    List.of("a", "bad", "b").forEach(this::ask);
    held.countDown();
    assertThat(asked.get(2).get()).isEqualTo("answer to a");
    assertThat(asked.get(4).get()).isEqualTo("answer to b");
    assertThat(failure(asked.get(3))).isInstanceOf(DataIntegrityViolationException.class);
  }

  private void bothLanesAreBusy() {
    ask("held 1");
    ask("held 2");
  }

  /// Asks on a thread of its own, and waits until that waits for something.
  private void ask(String request) {
    var task = new FutureTask<>(() -> transaction.run(request));
    asked.add(task);
    Thread thread = Thread.ofPlatform().daemon().start(task);
    await().until(() -> thread.getState() == Thread.State.WAITING);
  }

  private List<String> run(List<String> requests) {
    batches.add(requests);
    if (requests.contains("bad")) {
      throw new DataIntegrityViolationException("no");
    }
    if (requests.getFirst().startsWith("held")) {
      awaitHeld();
    }
    return requests.stream().map(request -> "answer to " + request).toList();
  }

  private void awaitHeld() {
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Throwable failure(FutureTask<String> task) throws InterruptedException {
    try {
      throw new AssertionError("no failure, but " + task.get());
    } catch (ExecutionException e) {
      return requireNonNull(e.getCause());
    }
  }
}
