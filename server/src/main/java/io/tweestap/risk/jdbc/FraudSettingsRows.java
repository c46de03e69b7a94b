package io.tweestap.risk.jdbc;

import io.tweestap.risk.FraudMode;
import io.tweestap.risk.FraudSettings;
import io.tweestap.risk.RiskProperties;
import io.tweestap.risk.SafeList;
import io.tweestap.shared.Ids;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of table `fraud_settings`. Whole numbers may stand in a safe list, so it is sealed.
@Repository
public class FraudSettingsRows {
  private static final String FIND =
      """
      SELECT id, mode, messages_mode, safe_sealed
      FROM fraud_settings
      WHERE tenant_id = :tenant
      """;

  private static final String PUT =
      """
      INSERT INTO fraud_settings (tenant_id, id, mode, messages_mode, key_id, safe_sealed,
        updated_at)
      VALUES (:tenant, :id, :mode, :messages_mode, :key_id, :safe, :now)
      ON CONFLICT (tenant_id) DO UPDATE
      SET id = excluded.id, mode = excluded.mode, messages_mode = excluded.messages_mode,
        key_id = excluded.key_id,
        safe_sealed = excluded.safe_sealed, updated_at = excluded.updated_at
      """;

  private final JsonMapper json = JsonMapper.builder().build();
  private final JdbcClient jdbc;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;
  private final FraudMode messagesMode;

  FraudSettingsRows(JdbcClient jdbc, Vault vault, Ids ids, Clock clock, RiskProperties properties) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
    this.messagesMode = properties.messagesMode();
  }

  /// What the tenant chose; empty when it never did.
  public Optional<FraudSettings> find(TenantId tenant) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .query((row, _) ->
            new FraudSettings(
                FraudMode.of(row.getString("mode")).orElseThrow(),
                FraudMode.of(row.getString("messages_mode")).orElse(messagesMode),
                safe(tenant, row.getObject("id", UUID.class), row.getBytes("safe_sealed"))))
        .optional();
  }

  /// Writes what the tenant chose. The id is a new one each time, since the seal is bound to it.
  public void put(TenantId tenant, FraudSettings settings) {
    UUID id = ids.next();
    Sealed safe = vault.seal(place(tenant, id), json.writeValueAsBytes(settings.safe()));
    jdbc.sql(PUT)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("mode", settings.mode().text())
        .param("messages_mode", settings.messages().text())
        .param("key_id", safe.keyId())
        .param("safe", safe.bytes())
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  private SafeList safe(TenantId tenant, UUID id, byte[] sealed) {
    return json.readValue(vault.open(place(tenant, id), sealed), SafeList.class);
  }

  private static Place place(TenantId tenant, UUID id) {
    return new Place(tenant, "fraud_settings", "safe_sealed", id);
  }
}
