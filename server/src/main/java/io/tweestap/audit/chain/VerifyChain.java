package io.tweestap.audit.chain;

import io.tweestap.audit.jdbc.ChainRows;
import io.tweestap.audit.jdbc.Ends;
import io.tweestap.audit.jdbc.LinkRows;
import io.tweestap.audit.jdbc.StoredEnds;
import io.tweestap.audit.jdbc.StoredEvent;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks along a chain and finds the first row that is not as it was recorded. Changes nothing, and
/// sees one moment of the database, so that it may run while events are written, sealed and purged.
@Component
public class VerifyChain {
  private static final int PAGE = 1000;
  private static final UUID LOWEST = new UUID(0, 0);

  private final ChainRows chains;
  private final LinkRows rows;
  private final Hashes hashes;
  private final TransactionTemplate oneMoment;

  VerifyChain(
      ChainRows chains, LinkRows rows, Hashes hashes, PlatformTransactionManager transactions) {
    this.chains = chains;
    this.rows = rows;
    this.hashes = hashes;
    this.oneMoment = new TransactionTemplate(transactions);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    oneMoment.setReadOnly(true);
  }

  /// Verifies the whole chain of a tenant; a chain with nothing in it is a whole one.
  public ChainReport verify(TenantId tenant) {
    return oneMoment.execute(_ -> verifyNow(tenant));
  }

  private ChainReport verifyNow(TenantId tenant) {
    Optional<StoredEnds> stored = chains.find(tenant);
    Ends ends = stored.map(StoredEnds::ends).orElse(Ends.OF_NOTHING);
    Walk walk = new Walk(hashes, tenant, ends);
    Optional<Break> found =
        atEnds(tenant, stored).or(() -> along(tenant, walk)).or(() -> walk.end());
    Waiting waiting = waiting(tenant);
    return new ChainReport(
        tenant,
        ends.firstPosition(),
        ends.lastPosition(),
        ends.lastLink(),
        walk.purged(),
        waiting.count(),
        found.or(waiting::found));
  }

  private Optional<Break> atEnds(TenantId tenant, Optional<StoredEnds> stored) {
    Optional<StoredEvent> lowest = rows.sealed(tenant, 0, 1).stream().findFirst();
    if (stored.isEmpty()) {
      return lowest.map(row -> Break.at(Fault.ENDS_MISSING, 0));
    }
    if (!hashes.isSealed(tenant, stored.get())) {
      return Optional.of(Break.at(Fault.ENDS_EDITED, stored.get().ends().lastPosition()));
    }
    return lowest
        .filter(row -> row.position() <= stored.get().ends().firstPosition())
        .map(row -> Break.of(Fault.BEYOND_END, row.position(), row.id()));
  }

  private Optional<Break> along(TenantId tenant, Walk walk) {
    List<StoredEvent> page;
    do {
      page = rows.sealed(tenant, walk.position(), PAGE);
      for (StoredEvent event : page) {
        Optional<Break> found = walk.step(event);
        if (found.isPresent()) {
          return found;
        }
      }
    } while (page.size() == PAGE);
    return Optional.empty();
  }

  /// Events that are not sealed yet, and the first of them that was not written here.
  private record Waiting(long count, Optional<Break> found) {}

  private Waiting waiting(TenantId tenant) {
    long count = 0;
    Optional<Break> found = Optional.empty();
    UUID after = LOWEST;
    List<StoredEvent> page;
    do {
      page = rows.unsealed(tenant, after, PAGE);
      for (StoredEvent event : page) {
        if (found.isEmpty() && !hashes.isContent(tenant, event)) {
          found = Optional.of(Break.of(Fault.UNSEALED_FORGED, 0, event.id()));
        }
        after = event.id();
      }
      count += page.size();
    } while (page.size() == PAGE);
    return new Waiting(count, found);
  }
}
