package io.tweestap.tenant;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Which operator looks after which tenant: a managing service provider helps the users of its
/// customers and nobody else's. Only the operator of the installation gives and ends care, by
/// command; no API client can.
@Service
public class TenantCare {
  private static final String GIVE =
      """
      INSERT INTO tenant_care (tenant_id, operator_tenant_id, created_at)
      VALUES (:tenant, :operator, :now)
      ON CONFLICT (tenant_id, operator_tenant_id) DO NOTHING
      """;

  private static final String END =
      """
      DELETE FROM tenant_care
      WHERE tenant_id = :tenant
        AND operator_tenant_id = :operator
      """;

  private static final String EXISTS =
      """
      SELECT EXISTS (
        SELECT 1
        FROM tenant_care
        WHERE tenant_id = :tenant
          AND operator_tenant_id = :operator)
      """;

  private static final String OPERATORS =
      """
      SELECT operator_tenant_id
      FROM tenant_care
      WHERE tenant_id = :tenant
      ORDER BY operator_tenant_id
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TenantCare(
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Puts a tenant into the care of another one; nothing changes when it is already.
  public void give(TenantId tenant, TenantId operator) {
    transaction.executeWithoutResult(_ -> {
      int given =
          jdbc.sql(GIVE)
              .param("tenant", tenant.value())
              .param("operator", operator.value())
              .param("now", SqlTime.of(clock.instant()))
              .update();
      if (given == 1) {
        events.publishEvent(new CareGiven(tenant, operator));
      }
    });
  }

  /// Takes a tenant out of the care of another one, at once on every node.
  ///
  /// @return whether it was in its care
  public boolean end(TenantId tenant, TenantId operator) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          int ended =
              jdbc.sql(END)
                  .param("tenant", tenant.value())
                  .param("operator", operator.value())
                  .update();
          if (ended == 1) {
            events.publishEvent(new CareEnded(tenant, operator));
          }
          return ended == 1;
        }));
  }

  /// Whether the operator's staff may help the tenant's users.
  public boolean isInCareOf(TenantId tenant, TenantId operator) {
    return jdbc.sql(EXISTS)
        .param("tenant", tenant.value())
        .param("operator", operator.value())
        .query(Boolean.class)
        .single();
  }

  /// Who looks after the tenant.
  public List<TenantId> operators(TenantId tenant) {
    return jdbc.sql(OPERATORS)
        .param("tenant", tenant.value())
        .query((row, _) -> new TenantId(row.getObject("operator_tenant_id", UUID.class)))
        .list();
  }
}
