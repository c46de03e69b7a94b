package io.tweestap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any mix, order and failure: the outcomes are those of the same requests one by one.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupCommitLoadTest {
  private static final int CALLERS = 24;
  private static final int EACH = 200;

  private enum Kind {
    RIGHT,
    WRONG,
    /// The whole batch is refused and nothing of it happens.
    REFUSED,
    /// Nothing of the batch happens, but nobody can know.
    UNKNOWN
  }

  private record Try(int number, int code, Kind kind) {}

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// Codes with five tries each, as the database keeps them.
  private static final class Codes {
    private static final int TRIES = 5;
    private final Map<Integer, Integer> used = new HashMap<>();
    private final Set<Integer> spent = new HashSet<>();

    private String check(Try asked) {
      if (spent.contains(asked.code())) {
        return "already used";
      }
      int now = used.getOrDefault(asked.code(), 0);
      if (now == TRIES) {
        return "too many";
      }
      used.put(asked.code(), now + 1);
      if (asked.kind() == Kind.RIGHT) {
        spent.add(asked.code());
        return "approved";
      }
      return "wrong, left " + (TRIES - now - 1);
    }
  }

  /// Runs batches and writes down in which order the requests took effect.
  private static final class Store {
    private final Codes codes = new Codes();
    private final List<Try> order = new ArrayList<>();
    private final Set<Integer> running = new HashSet<>();

    private List<String> run(List<Try> batch) {
      enter(batch);
      try {
        Thread.yield();
        return apply(batch);
      } finally {
        leave(batch);
      }
    }

    private synchronized void enter(List<Try> batch) {
      for (Try asked : batch) {
        if (!running.add(asked.code())) {
          throw new AssertionError("the same code twice at once");
        }
      }
    }

    private synchronized void leave(List<Try> batch) {
      batch.forEach(asked -> running.remove(asked.code()));
    }

    private synchronized List<String> apply(List<Try> batch) {
      if (batch.stream().anyMatch(asked -> asked.kind() == Kind.UNKNOWN)) {
        throw new Unknown();
      }
      if (batch.stream().anyMatch(asked -> asked.kind() == Kind.REFUSED)) {
        throw new Refused();
      }
      order.addAll(batch);
      return batch.stream().map(codes::check).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOutcomesAreThoseOfTheSameRequestsOneByOne(long seed) throws Exception {
    var random = new Random(seed);
    var store = new Store();
    var commit = commit(store, 1 + random.nextInt(3), 1 + random.nextInt(8));
    int codes = 5 + random.nextInt(200);

    Map<Try, String> got = run(commit, caller -> tries(seed, caller, codes));

    var oneByOne = new Codes();
    Map<Try, String> expected = new HashMap<>();
    store.order.forEach(asked -> expected.put(asked, oneByOne.check(asked)));
    Map<Try, String> answered = new HashMap<>(got);
    answered.values().removeIf(outcome -> outcome.startsWith("failed"));
    assertThat(answered).isEqualTo(expected);
    assertThat(store.order).doesNotHaveDuplicates();
    assertThat(got).hasSize(CALLERS * EACH);
    assertThat(got).allSatisfy(GroupCommitLoadTest::failsOnlyWithReason);
  }

  /// The refused fail alone; what became of a batch with an unknown one nobody knows.
  private static void failsOnlyWithReason(Try asked, String outcome) {
    switch (asked.kind()) {
      case RIGHT, WRONG -> assertThat(outcome).isNotEqualTo("failed: Refused");
      case REFUSED -> assertThat(outcome).isIn("failed: Refused", "failed: Unknown");
      case UNKNOWN -> assertThat(outcome).isEqualTo("failed: Unknown");
    }
  }

  @Test
  void manyCallersOfFewCodesAllGetAnAnswer() throws Exception {
    var store = new Store();
    var commit = commit(store, 2, 4);
    Map<Try, String> got = run(commit, caller -> calm(caller, 3));
    assertThat(got).hasSize(CALLERS * EACH);
    assertThat(got.values()).noneMatch(outcome -> outcome.startsWith("failed"));
    assertThat(got.values().stream().filter("approved"::equals)).hasSize(3);
  }

  private interface Plan {
    List<Try> of(int caller);
  }

  private static GroupCommit<Integer, Try, String> commit(Store store, int lanes, int batchMax) {
    return new GroupCommit<>(lanes, batchMax, Try::code, store::run, Refused.class::isInstance);
  }

  private static Map<Try, String> run(GroupCommit<Integer, Try, String> commit, Plan plan)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Map<Try, String>>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        List<Try> tries = plan.of(caller);
        callers.add(() -> submitAll(commit, tries));
      }
      Map<Try, String> got = new HashMap<>();
      for (Future<Map<Try, String>> future : threads.invokeAll(callers)) {
        got.putAll(future.get());
      }
      return got;
    }
  }

  private static Map<Try, String> submitAll(
      GroupCommit<Integer, Try, String> commit, List<Try> tries) {
    Map<Try, String> got = new HashMap<>();
    for (Try asked : tries) {
      got.put(asked, submit(commit, asked));
    }
    return got;
  }

  private static String submit(GroupCommit<Integer, Try, String> commit, Try asked) {
    try {
      return commit.submit(asked);
    } catch (RuntimeException e) {
      return "failed: " + e.getClass().getSimpleName();
    }
  }

  private static List<Try> tries(long seed, int caller, int codes) {
    var random = new Random(seed * 1_000 + caller);
    List<Try> tries = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      Kind kind =
          switch (random.nextInt(40)) {
            case 0 -> Kind.REFUSED;
            case 1 -> Kind.UNKNOWN;
            case 2, 3, 4, 5, 6, 7, 8, 9 -> Kind.RIGHT;
            default -> Kind.WRONG;
          };
      tries.add(new Try(caller * EACH + i, random.nextInt(codes), kind));
    }
    return tries;
  }

  private static List<Try> calm(int caller, int codes) {
    List<Try> tries = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      tries.add(new Try(caller * EACH + i, i % codes, Kind.RIGHT));
    }
    return tries;
  }
}
