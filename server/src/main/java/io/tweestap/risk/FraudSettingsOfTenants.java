package io.tweestap.risk;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.risk.jdbc.FraudSettingsRows;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What tenants chose for their fraud guard. Remembered for five seconds, so a change made on
/// another node is seen within that time.
@Service
public class FraudSettingsOfTenants {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int REMEMBERED_MAX = 10_000;

  private final FraudSettingsRows rows;
  private final FraudSettings usual;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Remembered<TenantId, FraudSettings> remembered;

  FraudSettingsOfTenants(
      FraudSettingsRows rows,
      RiskProperties properties,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.usual = new FraudSettings(properties.mode(), properties.messagesMode(), SafeList.NONE);
    this.audit = audit;
    this.transaction = transaction;
    this.remembered = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
  }

  /// What counts for a tenant.
  public FraudSettings of(TenantId tenant) {
    return remembered.get(tenant, this::now);
  }

  /// What is in the database now.
  public FraudSettings now(TenantId tenant) {
    return rows.find(tenant).orElse(usual);
  }

  /// Puts them in the place of what was chosen before.
  public void put(TenantId tenant, FraudSettings settings) {
    transaction.executeWithoutResult(_ -> {
      rows.put(tenant, settings);
      audit.recordDone(
          tenant,
          AuditAction.FRAUD_SETTINGS_CHANGED,
          Map.of(
              "mode", settings.mode().text(),
              "messages_mode", settings.messages().text(),
              "safe_numbers", Integer.toString(settings.safe().numbers().size()),
              "safe_networks", Integer.toString(settings.safe().networks().size())));
    });
    remembered.forget(tenant);
  }
}
