package io.tweestap.shared;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The contract: nobody can tell a batch from being alone, except by the clock. What happens under
/// random load is in [GroupCommitLoadTest].
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {
  /// A request, its key, and the name that makes it different from others.
  private record Ask(String key, String name) {}

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final List<List<Ask>> batches = Collections.synchronizedList(new ArrayList<>());
  private final ConcurrentHashMap<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final List<FutureTask<String>> asked = new ArrayList<>();

  @AfterEach
  void letGo() {
    held.values().forEach(CountDownLatch::countDown);
  }

  @Test
  void anIdleRequestRunsAtOnceAloneOnItsCallersThread() {
    List<Thread> ranOn = new ArrayList<>();
    var commit =
        commit(
            2,
            10,
            batch -> {
              ranOn.add(Thread.currentThread());
              return answers(batch);
            });

    assertThat(commit.submit(new Ask("k", "a"))).isEqualTo("answer to a");
    assertThat(commit.submit(new Ask("k", "b"))).isEqualTo("answer to b");

    assertThat(ranOn).containsExactly(Thread.currentThread(), Thread.currentThread());
    assertThat(names()).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void asManyRunAloneAsThereAreLanes() {
    var commit = commit(2, 10, this::answers);
    hold("a", "b");
    ask(commit, "1", "a");
    ask(commit, "2", "b");
    assertThat(names()).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void requestsThatFindAllLanesBusyShareTheNextBatchInTheirOrder() throws Exception {
    var commit = commit(1, 10, this::answers);
    hold("a");
    List.of("a", "b", "c", "d").forEach(name -> ask(commit, name, name));
    release("a");
    assertThat(got()).containsExactly("answer to a", "answer to b", "answer to c", "answer to d");
    assertThat(names()).containsExactly(List.of("a"), List.of("b", "c", "d"));
  }

  @Test
  void aBatchHoldsNoMoreThanItIsAllowedTo() throws Exception {
    var commit = commit(1, 2, this::answers);
    hold("a");
    List.of("a", "b", "c", "d").forEach(name -> ask(commit, name, name));
    release("a");
    got();
    assertThat(names()).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
  }

  @Test
  void theSameKeyTwiceWaitsForTheNextBatch() throws Exception {
    var commit = commit(1, 10, this::answers);
    hold("a");
    ask(commit, "1", "a");
    ask(commit, "2", "b");
    ask(commit, "2", "c");
    ask(commit, "3", "d");
    release("a");
    got();
    assertThat(names()).containsExactly(List.of("a"), List.of("b", "d"), List.of("c"));
  }

  @Test
  void aKeyThatIsRunningDoesNotRunInAnotherLane() throws Exception {
    var commit = commit(2, 10, this::answers);
    hold("a");
    ask(commit, "1", "a");
    ask(commit, "1", "b");
    assertThat(names()).containsExactly(List.of("a"));
    ask(commit, "2", "c");
    asked.getLast().get();
    assertThat(names()).containsExactly(List.of("a"), List.of("c"));
    release("a");
    assertThat(got()).containsExactly("answer to a", "answer to b", "answer to c");
  }

  @Test
  void aRolledBackBatchRunsAgainOneByOneSoThatTheBadOneFailsAlone() throws Exception {
    var commit =
        commit(
            1,
            10,
            batch -> {
              if (batch.stream().anyMatch(ask -> ask.name().equals("bad"))) {
                throw new RolledBack();
              }
              return answers(batch);
            });
    hold("a");
    List.of("a", "b", "bad", "c").forEach(name -> ask(commit, name, name));
    release("a");
    assertThat(asked.get(1).get()).isEqualTo("answer to b");
    assertThat(asked.get(3).get()).isEqualTo("answer to c");
    assertThat(failure(asked.get(2))).isInstanceOf(RolledBack.class);
    assertThat(names())
        .containsExactly(
            List.of("a"), List.of("b", "bad", "c"), List.of("b"), List.of("bad"), List.of("c"));
  }

  @Test
  void aBatchThatMayHaveTakenEffectIsNotRunAgain() {
    var commit =
        commit(
            1,
            10,
            batch -> {
              if (batch.size() > 1) {
                throw new IllegalArgumentException("the connection broke");
              }
              return answers(batch);
            });
    hold("a");
    List.of("a", "b", "c").forEach(name -> ask(commit, name, name));
    release("a");
    assertThat(failure(asked.get(1))).hasMessage("the connection broke");
    assertThat(failure(asked.get(2))).hasMessage("the connection broke");
    assertThat(names()).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void afterAnErrorTheLaneIsFreeAndNobodyWaits() throws Exception {
    var commit =
        commit(
            1,
            10,
            batch -> {
              if (batch.size() > 1) {
                throw new StackOverflowError();
              }
              return answers(batch);
            });
    hold("a");
    List.of("a", "b", "c").forEach(name -> ask(commit, name, name));
    release("a");
    assertThat(failure(asked.get(1))).hasCauseInstanceOf(StackOverflowError.class);
    assertThat(failure(asked.get(2))).hasCauseInstanceOf(StackOverflowError.class);
    ask(commit, "b", "d");
    assertThat(asked.getLast().get()).isEqualTo("answer to d");
  }

  @Test
  void anErrorInTheBatchOfOthersLeavesTheOneWhoRanItInTheQueue() throws Exception {
    var commit =
        commit(
            2,
            1,
            batch -> {
              if (batch.getFirst().name().equals("broken")) {
                throw new StackOverflowError();
              }
              return answers(batch);
            });
    hold("a", "c");
    ask(commit, "1", "a");
    ask(commit, "1", "b");
    ask(commit, "2", "c");
    ask(commit, "3", "broken");
    // b is first in the queue, but its key is running: so its thread runs the broken one.
    release("c");
    assertThat(failure(asked.get(3))).hasCauseInstanceOf(StackOverflowError.class);
    release("a");
    assertThat(asked.get(1).get()).isEqualTo("answer to b");
  }

  @Test
  void aBatchWithTooFewAnswersFailsAsAWhole() {
    var commit = commit(1, 10, batch -> answers(batch).subList(0, 1));
    hold("a");
    List.of("a", "b", "c").forEach(name -> ask(commit, name, name));
    release("a");
    assertThat(failure(asked.get(1))).hasMessageContaining("another number of answers");
    assertThat(failure(asked.get(2))).hasMessageContaining("another number of answers");
  }

  @Test
  void thereIsAtLeastOneLaneAndOneRequestInABatch() {
    assertThatThrownBy(() -> commit(0, 1, this::answers))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> commit(1, 0, this::answers))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private GroupCommit<String, Ask, String> commit(
      int lanes, int batchMax, Function<List<Ask>, List<String>> run) {
    return new GroupCommit<>(
        lanes,
        batchMax,
        Ask::key,
        batch -> {
          batches.add(batch);
          assertThat(batch.stream().map(Ask::key)).doesNotHaveDuplicates();
          return run.apply(batch);
        },
        RolledBack.class::isInstance);
  }

  private List<String> answers(List<Ask> batch) {
    batch.forEach(ask -> await(held.get(ask.name())));
    return batch.stream().map(ask -> "answer to " + ask.name()).toList();
  }

  private void hold(String... names) {
    List.of(names).forEach(name -> held.put(name, new CountDownLatch(1)));
  }

  private void release(String name) {
    requireNonNull(held.get(name)).countDown();
  }

  private static void await(@Nullable CountDownLatch latch) {
    try {
      if (latch != null) {
        latch.await();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Submits on a thread of its own, and returns when that thread waits or has ended.
  private void ask(GroupCommit<String, Ask, String> commit, String key, String name) {
    var task = new FutureTask<>(() -> commit.submit(new Ask(key, name)));
    asked.add(task);
    Thread thread = Thread.ofPlatform().daemon().start(task);
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private List<String> got() throws Exception {
    List<String> got = new ArrayList<>();
    for (FutureTask<String> task : asked) {
      got.add(task.get());
    }
    return got;
  }

  private static Throwable failure(FutureTask<String> task) {
    try {
      throw new AssertionError("no failure but " + task.get(20, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return requireNonNull(e.getCause());
    } catch (Exception e) {
      throw new AssertionError("no failure", e);
    }
  }

  private List<List<String>> names() {
    return batches.stream().map(batch -> batch.stream().map(Ask::name).toList()).toList();
  }
}
