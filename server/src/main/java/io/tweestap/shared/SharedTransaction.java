package io.tweestap.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A transaction that small requests share when they arrive together, with its commit: see
/// [GroupCommit]. A large request is company enough for itself: it runs alone, and each of its
/// statements commits by itself, so that nothing stays locked while it works. Inside a transaction
/// each runs alone as part of that: it must see what was written there, and be undone with it.
///
/// @param <Q> a request
/// @param <A> its answer
public final class SharedTransaction<Q, A> {
  private static final int LANES = 2;
  private static final int REQUESTS_MAX = 100;

  private final Predicate<Q> small;
  private final Function<List<Q>, List<A>> work;
  private final GroupCommit<Object, Q, A> company;

  /// @param small which requests may share it
  /// @param work what is done in it, for one or more; answers in the order of the requests. Its
  ///   failure undoes all of it; what the database refused is then done again, one by one
  public SharedTransaction(
      TransactionOperations transaction, Predicate<Q> small, Function<List<Q>, List<A>> work) {
    this.small = small;
    this.work = work;
    // No request is like another: any of them may be in one batch.
    this.company =
        new GroupCommit<>(
            LANES,
            REQUESTS_MAX,
            _ -> new Object(),
            requests -> transaction.execute(_ -> work.apply(requests)));
  }

  /// Runs the request, and waits for its answer: durable on return, or with the caller's
  /// transaction where there is one.
  public A run(Q request) {
    return TransactionSynchronizationManager.isActualTransactionActive() || !small.test(request)
        ? work.apply(List.of(request)).getFirst()
        : company.submit(request);
  }
}
