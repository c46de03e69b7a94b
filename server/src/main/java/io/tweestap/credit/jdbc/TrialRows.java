package io.tweestap.credit.jdbc;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// In table `credit_account`: what a new tenant may send for nothing.
@Repository
public class TrialRows {
  private static final String OPEN =
      """
      INSERT INTO credit_account (tenant_id, currency, billed, trial_left, trial_sender, created_at)
      VALUES (:tenant, :currency, true, :messages, :sender, :now)
      """;

  private static final String TAKE =
      """
      UPDATE credit_account
      SET trial_left = trial_left - :parts
      WHERE tenant_id = :tenant
        AND billed
        AND trial_left >= :parts
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TrialRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The account of a tenant that is being made.
  public void open(TenantId tenant, String currency, int messages, String sender) {
    jdbc.sql(OPEN)
        .param("tenant", tenant.value())
        .param("currency", currency)
        .param("messages", messages)
        .param("sender", sender)
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  /// @return whether there was enough
  public boolean take(TenantId tenant, int parts) {
    return jdbc.sql(TAKE).param("tenant", tenant.value()).param("parts", parts).update() == 1;
  }
}
