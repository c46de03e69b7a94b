package io.tweestap.audit.chain;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditSettings;
import io.tweestap.audit.AuditTrail;
import io.tweestap.audit.jdbc.ChainRows;
import io.tweestap.audit.jdbc.Ends;
import io.tweestap.audit.jdbc.LinkRows;
import io.tweestap.audit.jdbc.NewLink;
import io.tweestap.audit.jdbc.StoredEnds;
import io.tweestap.audit.jdbc.StoredEvent;
import io.tweestap.operations.Chore;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Hashed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Links new events into their tenants' chains. An event whose transaction took long is linked
/// behind those that overtook it: the chain tells in which order events were sealed, their ids when
/// they happened.
///
/// The ends of a chain are locked while it grows, so that two nodes make one chain. Ends that were
/// edited are left as they are, and nothing is sealed behind them: a new seal would hide it.
@Component
public class SealEvents implements Chore {
  private static final int BATCH = 1000;
  private static final UUID LOWEST = new UUID(0, 0);

  private final ChainRows chains;
  private final LinkRows rows;
  private final Hashes hashes;
  private final Alarm alarm;
  private final AuditTrail trail;
  private final AuditSettings settings;
  private final TransactionTemplate transaction;

  SealEvents(
      ChainRows chains,
      LinkRows rows,
      Hashes hashes,
      Alarm alarm,
      AuditTrail trail,
      AuditSettings settings,
      TransactionTemplate transaction) {
    this.chains = chains;
    this.rows = rows;
    this.hashes = hashes;
    this.alarm = alarm;
    this.trail = trail;
    this.settings = settings;
    this.transaction = transaction;
  }

  @Override
  public String name() {
    return "seal-audit-events";
  }

  @Override
  public Duration every() {
    return settings.sealEvery();
  }

  /// Seals all that is committed now. The installation comes last, because opening a tenant's chain
  /// is an event of its own.
  @Override
  public void run() {
    rows.unsealedTenants().forEach(this::seal);
    seal(AuditTrail.INSTALLATION);
  }

  private void seal(TenantId tenant) {
    Optional<UUID> after = Optional.of(LOWEST);
    while (after.isPresent()) {
      UUID behind = after.get();
      after = transaction.execute(_ -> sealBatch(tenant, behind));
    }
  }

  /// Seals events behind an id; the id of the last one when there may be more.
  private Optional<UUID> sealBatch(TenantId tenant, UUID behind) {
    List<StoredEvent> waiting = rows.unsealed(tenant, behind, BATCH);
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    Optional<StoredEnds> stored = opened(tenant);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    // Those that another node sealed while this one waited for the lock are no longer among them.
    List<StoredEvent> events = rows.unsealed(tenant, behind, BATCH);
    extend(tenant, stored.get().ends(), events);
    return events.size() < BATCH ? Optional.empty() : Optional.of(events.getLast().id());
  }

  /// The ends of the chain, locked; empty when they cannot be trusted.
  private Optional<StoredEnds> opened(TenantId tenant) {
    Optional<StoredEnds> stored = chains.lock(tenant);
    if (stored.isEmpty() && !rows.sealed(tenant, 0, 1).isEmpty()) {
      alarm.ring(tenant, Break.at(Fault.ENDS_MISSING, 0));
      return Optional.empty();
    }
    if (stored.isEmpty()) {
      open(tenant);
      stored = chains.lock(tenant);
    }
    Optional<StoredEnds> trusted = stored.filter(ends -> hashes.isSealed(tenant, ends));
    if (trusted.isEmpty()) {
      alarm.ring(tenant, Break.at(Fault.ENDS_EDITED, 0));
    }
    return trusted;
  }

  private void open(TenantId tenant) {
    boolean opened = chains.insert(tenant, hashes.sealed(tenant, Ends.OF_NOTHING));
    if (opened && !tenant.equals(AuditTrail.INSTALLATION)) {
      trail.recordDone(
          AuditTrail.INSTALLATION,
          AuditAction.AUDIT_CHAIN_OPENED,
          Map.of("tenant", tenant.toString()));
    }
  }

  private void extend(TenantId tenant, Ends ends, List<StoredEvent> events) {
    List<NewLink> links = new ArrayList<>();
    long position = ends.lastPosition();
    byte[] before = ends.lastLink();
    for (StoredEvent event : events) {
      if (hashes.isContent(tenant, event)) {
        position++;
        Hashed link = hashes.link(tenant, event, position, before);
        links.add(new NewLink(event.id(), position, link));
        before = link.bytes();
      } else {
        alarm.ring(tenant, Break.of(Fault.UNSEALED_FORGED, 0, event.id()));
      }
    }
    if (!links.isEmpty()) {
      rows.link(tenant, links);
      chains.update(tenant, hashes.sealed(tenant, ends.withLast(position, before)));
    }
  }
}
