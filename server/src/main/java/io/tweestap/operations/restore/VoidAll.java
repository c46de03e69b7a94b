package io.tweestap.operations.restore;

import io.tweestap.operations.OpenVoided;
import io.tweestap.operations.VoidOpen;
import io.tweestap.operations.VoidOpen.Asked;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Has every room end what is open, a bounded portion in each transaction. Stopped half-way, it
/// goes on where it stood when it is run again: what was ended is not open any more.
@Component
public class VoidAll {
  private static final int BATCH = 2000;

  private final ObjectProvider<VoidOpen> kinds;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher news;

  VoidAll(
      ObjectProvider<VoidOpen> kinds,
      TransactionTemplate transaction,
      ApplicationEventPublisher news) {
    this.kinds = kinds;
    this.transaction = transaction;
    this.news = news;
  }

  /// Ends everything that is to be ended.
  ///
  /// @param done is told each kind and how many of it were ended, once it is through
  public void run(Asked asked, ObjIntConsumer<String> done) {
    Map<String, Integer> counts = new TreeMap<>();
    for (VoidOpen kind : kinds.orderedStream().toList()) {
      int count = voidAll(kind, asked);
      done.accept(kind.what(), count);
      if (count > 0) {
        counts.put(kind.what(), count);
      }
    }
    // Whoever records it does so in this transaction.
    transaction.executeWithoutResult(_ -> news.publishEvent(new OpenVoided(counts)));
  }

  /// Until none is left, not [io.tweestap.operations.Portions]: a kind may have several statements,
  /// and then a portion that is not full says nothing.
  private int voidAll(VoidOpen kind, Asked asked) {
    int all = 0;
    int some;
    do {
      some = transaction.execute(_ -> kind.voidSome(asked, BATCH));
      all += some;
    } while (some > 0);
    return all;
  }
}
