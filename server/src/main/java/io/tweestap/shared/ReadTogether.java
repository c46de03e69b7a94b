package io.tweestap.shared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Lets reads of single rows that arrive together share one query, in the manner of [GroupCommit].
/// The query begins after the read was asked for, so it shows all that was committed before.
///
/// Inside a transaction a read runs alone, on the connection of that transaction: it must see what
/// was written there.
///
/// @param <K> what identifies a row, tenant included, with value equality
/// @param <V> what is read from it
public final class ReadTogether<K, V> {
  private static final int LANES = 2;
  private static final int BATCH_MAX = 64;

  private final Function<List<K>, Map<K, V>> query;
  private final GroupCommit<K, K, Optional<V>> company;

  /// @param query reads the rows of these keys, each of which stands in the list once; those that
  ///   are not there are left out of the answer
  public ReadTogether(Function<List<K>, Map<K, V>> query) {
    this.query = query;
    this.company =
        new GroupCommit<>(
            LANES, BATCH_MAX, Function.identity(), this::findAll, ReadTogether::mayBeRepeated);
  }

  /// Reads the row of this key.
  public Optional<V> find(K key) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? Optional.ofNullable(query.apply(List.of(key)).get(key))
        : company.submit(key);
  }

  private List<Optional<V>> findAll(List<K> keys) {
    Map<K, V> found = query.apply(keys);
    return keys.stream().map(key -> Optional.ofNullable(found.get(key))).toList();
  }

  /// One row that cannot be read, by a broken seal for example, must not fail the others. Without a
  /// connection there is no use in asking for each.
  private static boolean mayBeRepeated(RuntimeException e) {
    return !(e instanceof DataAccessResourceFailureException);
  }
}
