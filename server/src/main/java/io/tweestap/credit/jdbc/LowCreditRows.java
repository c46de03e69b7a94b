package io.tweestap.credit.jdbc;

import io.tweestap.credit.Account;
import io.tweestap.shared.TenantId;
import java.sql.Types;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// In table `credit_account`: below what a tenant's credit is low, and whether it knows.
@Repository
public class LowCreditRows {
  private static final String SET =
      """
      UPDATE credit_account
      SET low_below = :below, low_told = coalesce(available < :below, false)
      WHERE tenant_id = :tenant AND currency = :currency
      """;

  private static final String TOLD =
      """
      UPDATE credit_account
      SET low_told = true
      WHERE tenant_id = :tenant
        AND available < low_below
        AND NOT low_told
      RETURNING billed, available, reserved, currency, low_below, trial_left, trial_sender,
        paid
      """;

  private final JdbcClient jdbc;

  LowCreditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param below in millionths; empty: never low
  /// @return whether there is such an account
  public boolean set(TenantId tenant, String currency, Optional<Long> below) {
    return jdbc.sql(SET)
            .param("tenant", tenant.value())
            .param("currency", currency)
            .param("below", below.orElse(null), Types.BIGINT)
            .update()
        == 1;
  }

  /// The account, for the one caller that is to tell it; empty for all others.
  public Optional<Account> told(TenantId tenant) {
    return jdbc.sql(TOLD)
        .param("tenant", tenant.value())
        .query((row, _) -> AccountColumns.read(row))
        .optional();
  }
}
