package io.tweestap.optout;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.optout.jdbc.OptOutSettingsRows;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What tenants chose about opt-outs. Remembered for five seconds.
@Service
public class OptOutChoices {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int REMEMBERED_MAX = 10_000;

  private final OptOutSettingsRows rows;
  private final Tenants tenants;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Remembered<TenantId, Optional<OptOutSettings>> remembered;

  OptOutChoices(
      OptOutSettingsRows rows,
      Tenants tenants,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.tenants = tenants;
    this.audit = audit;
    this.transaction = transaction;
    this.remembered = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
  }

  /// What counts for the tenant.
  public OptOutSettings of(TenantId tenant) {
    return of(tenants.get(tenant));
  }

  OptOutSettings of(Tenant tenant) {
    return remembered
        .get(tenant.id(), rows::find)
        .orElseGet(() -> OptOutSettings.usual(tenant.settings().locale()));
  }

  /// Puts a choice in the place of the one before.
  public void put(TenantId tenant, OptOutSettings settings) {
    transaction.executeWithoutResult(_ -> {
      rows.put(tenant, settings);
      audit.recordDone(
          tenant,
          AuditAction.OPT_OUT_SETTINGS_SET,
          Map.of(
              "exempt", Boolean.toString(settings.codesExempt()),
              "answers", Boolean.toString(settings.answers())));
    });
    remembered.forget(tenant);
  }
}
