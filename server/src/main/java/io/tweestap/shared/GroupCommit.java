package io.tweestap.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/// Lets requests that arrive together share one statement and one commit.
///
/// A request that finds a free lane runs at once, alone: nothing waits for company. While all lanes
/// are busy, requests gather; whoever waits first then runs all of them as one batch on its own
/// thread. There is no thread and no timer in here.
///
/// What a caller sees is the same as without batches:
/// - a key that is in a running batch is never in another one, nor twice in the same: the second
///   request waits for the next batch (an SQL `UPDATE ... FROM` touches a row only once);
/// - a batch that failed and was surely rolled back is run again one by one, so one bad request
///   fails alone;
/// - any other failure reaches everybody in the batch, since nobody knows what became of it.
///
/// @param <K> what must not run twice at once, with value equality
/// @param <Q> a request
/// @param <A> its answer
public final class GroupCommit<K, Q, A> {
  private final Function<Q, K> keyOf;
  private final Function<List<Q>, List<A>> run;
  private final Predicate<RuntimeException> rolledBack;
  private final int batchMax;

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Waiter<K, Q, A>> waiting = new ArrayDeque<>();
  private final Set<K> running = new HashSet<>();
  private int lanesFree;

  /// @param lanes how many batches may run at the same time, 1 or more
  /// @param batchMax how many requests one batch may hold, 1 or more
  /// @param keyOf the key of a request
  /// @param run runs a batch; answers in the order of the requests, as many as there are requests
  /// @param rolledBack whether a failure of `run` means that nothing of the batch took effect
  public GroupCommit(
      int lanes,
      int batchMax,
      Function<Q, K> keyOf,
      Function<List<Q>, List<A>> run,
      Predicate<RuntimeException> rolledBack) {
    if (lanes < 1 || batchMax < 1) {
      throw new IllegalArgumentException("lanes and batchMax are at least 1");
    }
    this.lanesFree = lanes;
    this.batchMax = batchMax;
    this.keyOf = keyOf;
    this.run = run;
    this.rolledBack = rolledBack;
  }

  /// For batches that are one statement or one transaction. What the database refused did nothing;
  /// when the connection broke nobody knows.
  public GroupCommit(
      int lanes, int batchMax, Function<Q, K> keyOf, Function<List<Q>, List<A>> run) {
    this(
        lanes,
        batchMax,
        keyOf,
        run,
        e ->
            e instanceof DataAccessException && !(e instanceof DataAccessResourceFailureException));
  }

  /// Runs the request, alone or in company, and waits for its answer.
  ///
  /// @throws RuntimeException what `run` threw for this request, or for a batch that held it
  public A submit(Q request) {
    var mine = new Waiter<K, Q, A>(keyOf.apply(request), request, lock.newCondition());
    enter(mine);
    while (true) {
      List<Waiter<K, Q, A>> batch = awaitAnswerOrLane(mine);
      if (batch.isEmpty()) {
        return mine.answer();
      }
      try {
        execute(batch);
      } finally {
        leave(batch);
      }
    }
  }

  private void enter(Waiter<K, Q, A> mine) {
    lock.lock();
    try {
      waiting.add(mine);
    } finally {
      lock.unlock();
    }
  }

  /// The batch that this thread has to run now, or an empty one when its own request is answered.
  private List<Waiter<K, Q, A>> awaitAnswerOrLane(Waiter<K, Q, A> mine) {
    lock.lock();
    try {
      while (!mine.answered) {
        List<Waiter<K, Q, A>> batch = lanesFree > 0 && !mine.taken ? gather() : List.of();
        if (!batch.isEmpty()) {
          lanesFree--;
          wakeNext();
          return batch;
        }
        mine.turn.awaitUninterruptibly();
      }
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private List<Waiter<K, Q, A>> gather() {
    List<Waiter<K, Q, A>> batch = new ArrayList<>();
    for (Iterator<Waiter<K, Q, A>> all = waiting.iterator();
        all.hasNext() && batch.size() < batchMax; ) {
      Waiter<K, Q, A> next = all.next();
      if (running.add(next.key)) {
        next.taken = true;
        all.remove();
        batch.add(next);
      }
    }
    return batch;
  }

  /// Ends with an answer or a failure for everybody, whatever happens: the thread that runs a batch
  /// may have its own request in a later one and must live to see it.
  private void execute(List<Waiter<K, Q, A>> batch) {
    try {
      List<A> answers = run.apply(batch.stream().map(waiter -> waiter.request).toList());
      if (answers.size() != batch.size()) {
        throw new IllegalStateException("a batch gave another number of answers");
      }
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).succeed(answers.get(i));
      }
    } catch (RuntimeException e) {
      if (batch.size() > 1 && isRolledBack(e)) {
        batch.forEach(waiter -> execute(List.of(waiter)));
      } else {
        batch.forEach(waiter -> waiter.fail(e));
      }
    } catch (Error e) {
      batch.forEach(waiter -> waiter.fail(new IllegalStateException("a batch broke", e)));
    }
  }

  private boolean isRolledBack(RuntimeException failure) {
    try {
      return rolledBack.test(failure);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  private void leave(List<Waiter<K, Q, A>> batch) {
    lock.lock();
    try {
      lanesFree++;
      for (Waiter<K, Q, A> waiter : batch) {
        running.remove(waiter.key);
        waiter.answered = true;
        waiter.turn.signal();
      }
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  private void wakeNext() {
    if (lanesFree > 0 && !waiting.isEmpty()) {
      waiting.element().turn.signal();
    }
  }

  private static final class Waiter<K, Q, A> {
    private final K key;
    private final Q request;
    private final Condition turn;
    private boolean taken;
    private boolean answered;
    private @Nullable A answer;
    private @Nullable RuntimeException failure;

    private Waiter(K key, Q request, Condition turn) {
      this.key = key;
      this.request = request;
      this.turn = turn;
    }

    private void succeed(A answer) {
      this.answer = answer;
    }

    private void fail(RuntimeException failure) {
      this.failure = failure;
    }

    private A answer() {
      if (failure != null) {
        throw failure;
      }
      if (answer == null) {
        throw new IllegalStateException("a batch gave no answer");
      }
      return answer;
    }
  }
}
