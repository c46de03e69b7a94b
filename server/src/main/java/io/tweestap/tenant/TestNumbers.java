package io.tweestap.tenant;

import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Numbers of a tenant that have a fixed code and are never sent to: for automatic tests of the
/// tenant's own application. Read them from [TenantSettings#testNumbers].
@Service
public class TestNumbers {
  /// How many a tenant may have.
  public static final int MAX = 50;

  private final TestNumberRows rows;
  private final Tenants tenants;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  TestNumbers(
      TestNumberRows rows,
      Tenants tenants,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.tenants = tenants;
    this.events = events;
    this.transaction = transaction;
  }

  /// Gives a number its code, or another one.
  ///
  /// @param code 4 to 10 digits
  /// @return false when the tenant has [#MAX] others already
  public boolean put(TenantId tenant, PhoneNumber number, String code) {
    boolean stored =
        Boolean.TRUE.equals(
            transaction.execute(_ -> {
              rows.lock(tenant);
              rows.delete(tenant, number);
              boolean inserted = rows.insert(tenant, number, code, MAX);
              if (inserted) {
                events.publishEvent(new TestNumberSet(tenant, number));
              }
              return inserted;
            }));
    tenants.forget(tenant);
    return stored;
  }

  /// Makes it a number like any other; false when it was no test number.
  public boolean remove(TenantId tenant, PhoneNumber number) {
    boolean removed =
        Boolean.TRUE.equals(
            transaction.execute(_ -> {
              boolean deleted = rows.delete(tenant, number);
              if (deleted) {
                events.publishEvent(new TestNumberRemoved(tenant, number));
              }
              return deleted;
            }));
    tenants.forget(tenant);
    return removed;
  }
}
