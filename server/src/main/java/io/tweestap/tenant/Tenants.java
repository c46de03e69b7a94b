package io.tweestap.tenant;

import io.tweestap.shared.Ids;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds, makes and changes tenants. Settings are remembered in memory for five seconds, so a
/// change made on another node is seen within that time.
@Service
public class Tenants {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int REMEMBERED_MAX = 10_000;
  private static final int CHANGE_ATTEMPTS = 10;

  private final TenantRows rows;
  private final TestNumberRows testNumbers;
  private final Ids ids;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Remembered<TenantId, Tenant> remembered;

  Tenants(
      TenantRows rows,
      TestNumberRows testNumbers,
      Ids ids,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.testNumbers = testNumbers;
    this.ids = ids;
    this.events = events;
    this.transaction = transaction;
    this.remembered = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
  }

  /// The tenant of an authenticated caller.
  ///
  /// @throws IllegalStateException when it does not exist: a caller's tenant always does
  public Tenant get(TenantId tenant) {
    return remembered.get(tenant, this::existing);
  }

  /// The tenant as it is in the database now; empty when there is none.
  public Optional<Tenant> find(TenantId tenant) {
    return rows.find(tenant).map(TenantRows.Versioned::tenant).map(this::withTestNumbers);
  }

  /// Every tenant by name, without its test numbers; for the operator's commands only.
  public List<Tenant> list() {
    return rows.list();
  }

  /// Makes a tenant with an id of its own.
  public Tenant create(String name, TenantSettings settings) {
    Tenant tenant = new Tenant(new TenantId(ids.next()), name, settings);
    if (!create(tenant)) {
      throw new IllegalStateException("the id of the new tenant is taken");
    }
    return tenant;
  }

  /// Makes this tenant unless its id exists already; whether it was made.
  boolean create(Tenant tenant) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          boolean made = rows.insert(tenant);
          if (made) {
            events.publishEvent(new TenantCreated(tenant.id(), tenant.name()));
          }
          return made;
        }));
  }

  /// Applies a change to the present settings and stores the result. Changes that arrive together
  /// are applied one after the other, so `change` may run more than once and must have no effects
  /// of its own; it may throw to refuse.
  ///
  /// Test numbers are not changed here but in [TestNumbers].
  ///
  /// @return the tenant after the change
  public Tenant change(TenantId tenant, UnaryOperator<Tenant> change) {
    for (int attempt = 0; attempt < CHANGE_ATTEMPTS; attempt++) {
      TenantRows.Versioned before = versioned(tenant);
      Tenant after = change.apply(before.tenant());
      if (update(before, after)) {
        forget(tenant);
        return after;
      }
    }
    throw new IllegalStateException("the settings change too often at once");
  }

  private boolean update(TenantRows.Versioned before, Tenant after) {
    SettingsChanged news = SettingsChanged.between(before.tenant(), after);
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          boolean stored = rows.update(after.id(), after, before.version());
          if (stored && !news.changed().isEmpty()) {
            events.publishEvent(news);
          }
          return stored;
        }));
  }

  /// Reads the tenant anew at its next use on this node.
  void forget(TenantId tenant) {
    remembered.forget(tenant);
  }

  private Tenant existing(TenantId tenant) {
    return withTestNumbers(versioned(tenant).tenant());
  }

  private Tenant withTestNumbers(Tenant tenant) {
    return new Tenant(
        tenant.id(),
        tenant.name(),
        tenant.settings().withTestNumbers(testNumbers.all(tenant.id())));
  }

  private TenantRows.Versioned versioned(TenantId tenant) {
    return rows.find(tenant).orElseThrow(() -> new IllegalStateException("unknown tenant"));
  }
}
