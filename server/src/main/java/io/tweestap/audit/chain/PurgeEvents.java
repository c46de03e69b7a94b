package io.tweestap.audit.chain;

import io.tweestap.audit.AuditSettings;
import io.tweestap.audit.Retention;
import io.tweestap.audit.jdbc.ChainRows;
import io.tweestap.audit.jdbc.Ends;
import io.tweestap.audit.jdbc.LinkRows;
import io.tweestap.audit.jdbc.StoredEnds;
import io.tweestap.audit.jdbc.StoredEvent;
import io.tweestap.operations.Chore;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes away what was kept long enough (PRV-3), and leaves chains that can be verified. First the
/// content of events whose class's time is over: their digests and links stay. Then, at the front
/// of the chain, whole rows whose content is gone: the last link of those stays as the chain's
/// first.
///
/// Until when each class was purged stands under the chain's own seal, so that only this can take
/// content away, and longer times set later accuse nobody.
@Component
public class PurgeEvents implements Chore {
  private static final int BATCH = 1000;

  /// An event carries the time when it was made; its transaction may commit a little later, and so
  /// it may be sealed after its neighbors were purged.
  private static final Duration OVERTAKEN = Duration.ofDays(1);

  private final ChainRows chains;
  private final LinkRows rows;
  private final Hashes hashes;
  private final Alarm alarm;
  private final AuditSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PurgeEvents(
      ChainRows chains,
      LinkRows rows,
      Hashes hashes,
      Alarm alarm,
      AuditSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.chains = chains;
    this.rows = rows;
    this.hashes = hashes;
    this.alarm = alarm;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "purge-audit-events";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    for (TenantId tenant : chains.tenants()) {
      for (Retention retention : Retention.values()) {
        repeat(() -> purge(tenant, retention));
      }
      repeat(() -> shorten(tenant));
    }
  }

  /// A portion of work in a transaction of its own.
  private interface Portion {
    /// Whether there may be more.
    boolean more();
  }

  private void repeat(Portion portion) {
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(_ -> portion.more()));
    }
  }

  private boolean purge(TenantId tenant, Retention retention) {
    Optional<Ends> trusted = trusted(tenant);
    if (trusted.isEmpty()) {
      return false;
    }
    Ends ends = trusted.get();
    Instant now = clock.instant();
    Instant before = now.minus(settings.keep(retention)).truncatedTo(ChronoUnit.MILLIS);
    List<UUID> purged =
        rows.purge(tenant, retention, from(ends.purgedBefore(retention)), before, now, BATCH);
    boolean more = purged.size() == BATCH;
    Instant reached = more ? newest(purged).plusMillis(1) : before;
    if (!purged.isEmpty() && ends.purgedBefore(retention).isBefore(reached)) {
      chains.update(tenant, hashes.sealed(tenant, ends.withPurgedBefore(retention, reached)));
    }
    return more;
  }

  private static Instant newest(List<UUID> ids) {
    return ids.stream().map(Ids::timeOf).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Instant from(Instant purgedBefore) {
    return purgedBefore.equals(Instant.EPOCH) ? Instant.EPOCH : purgedBefore.minus(OVERTAKEN);
  }

  /// Takes away rows at the front, up to the first one that still has its content or is not as it
  /// should be.
  private boolean shorten(TenantId tenant) {
    Optional<Ends> trusted = trusted(tenant);
    if (trusted.isEmpty()) {
      return false;
    }
    Ends ends = trusted.get();
    Walk walk = new Walk(hashes, tenant, ends);
    List<StoredEvent> front = rows.sealed(tenant, ends.firstPosition(), BATCH);
    Optional<Break> found = Optional.empty();
    for (StoredEvent event : front) {
      if (!walk.isPurged(event) || found.isPresent()) {
        break;
      }
      found = walk.step(event);
    }
    found.ifPresent(fault -> alarm.ring(tenant, fault));
    long gone = walk.position() - ends.firstPosition();
    if (gone > 0) {
      rows.delete(tenant, walk.position());
      Ends shorter = ends.withFirst(walk.position(), walk.link());
      chains.update(tenant, hashes.sealed(tenant, shorter));
    }
    return gone == BATCH;
  }

  private Optional<Ends> trusted(TenantId tenant) {
    Optional<StoredEnds> stored = chains.lock(tenant);
    Optional<StoredEnds> trusted = stored.filter(ends -> hashes.isSealed(tenant, ends));
    if (stored.isPresent() && trusted.isEmpty()) {
      alarm.ring(tenant, Break.at(Fault.ENDS_EDITED, 0));
    }
    return trusted.map(StoredEnds::ends);
  }
}
