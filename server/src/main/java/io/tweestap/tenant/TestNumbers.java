package io.tweestap.tenant;

import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
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
  private final TransactionTemplate transaction;

  TestNumbers(TestNumberRows rows, Tenants tenants, TransactionTemplate transaction) {
    this.rows = rows;
    this.tenants = tenants;
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
              return rows.insert(tenant, number, code, MAX);
            }));
    tenants.forget(tenant);
    return stored;
  }

  /// Makes it a number like any other; false when it was no test number.
  public boolean remove(TenantId tenant, PhoneNumber number) {
    boolean removed = rows.delete(tenant, number);
    tenants.forget(tenant);
    return removed;
  }
}
