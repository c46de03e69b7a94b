package io.tweestap.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A statement that small requests share when they arrive together, with its commit: see
/// [GroupCommit]. A large request is company enough for itself. Inside a transaction each runs
/// alone, on the connection of that transaction: it must see what was written there, and be undone
/// with it.
///
/// @param <Q> a request
/// @param <A> its answer
public final class SharedStatement<Q, A> {
  private static final int LANES = 2;
  private static final int REQUESTS_MAX = 100;

  private final Predicate<Q> small;
  private final Function<List<Q>, List<A>> run;
  private final GroupCommit<Object, Q, A> company;

  /// @param small which requests may share the statement
  /// @param run runs it for one or more; answers in the order of the requests
  public SharedStatement(Predicate<Q> small, Function<List<Q>, List<A>> run) {
    this.small = small;
    this.run = run;
    // No request is like another: any of them may be in one batch.
    this.company = new GroupCommit<>(LANES, REQUESTS_MAX, _ -> new Object(), run);
  }

  /// Runs the request, and waits for its answer: durable on return, or with the caller's
  /// transaction where there is one.
  public A run(Q request) {
    return TransactionSynchronizationManager.isActualTransactionActive() || !small.test(request)
        ? run.apply(List.of(request)).getFirst()
        : company.submit(request);
  }
}
