package io.tweestap.delivery.smpp;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Links to operators, made and changed while the program runs. A link belongs to the tenant whose
/// client made it, which is the operator of the installation: messages of all tenants go over it.
@Service
public class Links {
  private static final Set<String> TAKEN = Set.of("http", "mail", "sandbox", "smpp");

  private final SmppLinkRows rows;
  private final RunningLinks running;
  private final Carriers carriers;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;

  Links(
      SmppLinkRows rows,
      RunningLinks running,
      Carriers carriers,
      AuditTrail audit,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.running = running;
    this.carriers = carriers;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /// Makes a link. Its host, system id and password must be among the settings.
  ///
  /// @param active whether it gets messages as soon as it is bound
  public LinkOutcome make(
      TenantId tenant, String name, LinkFields fields, String password, boolean active) {
    if (TAKEN.contains(name)) {
      return new LinkOutcome.NameTaken();
    }
    try {
      LinkSettings settings = checked(fields.over(LinkSettings.usual(name)));
      LinkRules.password(password);
      StoredLink link = new StoredLink(tenant, ids.next(), settings, 1, active, clock.instant());
      boolean made =
          audited(tenant, name, AuditAction.LINK_ADDED, () -> rows.insert(link, password));
      return made ? new LinkOutcome.Done(link) : new LinkOutcome.NameTaken();
    } catch (InvalidLinkException e) {
      return new LinkOutcome.Invalid(e.field(), e.sentence());
    }
  }

  /// Changes what is given and leaves the rest. A change of anything but `active` binds anew.
  public LinkOutcome change(
      TenantId tenant,
      String name,
      LinkFields fields,
      @Nullable String password,
      @Nullable Boolean active) {
    Optional<StoredLink> found = rows.find(tenant, name);
    if (found.isEmpty()) {
      return new LinkOutcome.NotFound();
    }
    StoredLink old = found.get();
    try {
      LinkSettings settings = checked(fields.over(old.settings()));
      if (password != null) {
        LinkRules.password(password);
      }
      boolean anew = password != null || !settings.equals(old.settings());
      StoredLink link =
          new StoredLink(
              tenant,
              old.id(),
              settings,
              old.version() + (anew ? 1 : 0),
              active == null ? old.active() : active,
              old.createdAt());
      boolean changed =
          audited(
              tenant,
              name,
              AuditAction.LINK_CHANGED,
              () -> rows.update(link, old.version(), password));
      return changed ? new LinkOutcome.Done(link) : new LinkOutcome.ChangedMeanwhile();
    } catch (InvalidLinkException e) {
      return new LinkOutcome.Invalid(e.field(), e.sentence());
    }
  }

  /// Removes a link; every node unbinds within a few seconds.
  ///
  /// @return whether there was one
  public boolean remove(TenantId tenant, String name) {
    return audited(tenant, name, AuditAction.LINK_REMOVED, () -> rows.delete(tenant, name));
  }

  public List<StoredLink> list(TenantId tenant) {
    return rows.list(tenant);
  }

  public Optional<StoredLink> find(TenantId tenant, String name) {
    return rows.find(tenant, name);
  }

  /// How many connections of the link that send are bound on this node.
  public int openBinds(StoredLink link) {
    return running.openBinds(link.id());
  }

  private LinkSettings checked(LinkSettings settings) {
    carriers.check(settings);
    return settings;
  }

  private boolean audited(TenantId tenant, String name, AuditAction action, Work work) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          boolean done = work.run();
          if (done) {
            audit.recordDone(tenant, action, Map.of("link", name));
          }
          return done;
        }));
  }

  private interface Work {
    boolean run();
  }
}
