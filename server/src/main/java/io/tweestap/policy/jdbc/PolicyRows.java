package io.tweestap.policy.jdbc;

import io.tweestap.policy.Policy;
import io.tweestap.policy.StoredPolicy;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Policies as rows.
@Repository
public class PolicyRows {
  private static final String LIST =
      """
      SELECT id, version, name, group_name, application, available_from, required_from, time_zone,
        kinds, strength, frequency, frequency_days, skips_max, late_enrollment, purposes,
        first_factor_proof, stay_seconds, idle_seconds, remember_days, profile, remind_days,
        exemptions_approved, created_at, updated_at
      FROM policy
      WHERE tenant_id = :tenant
        AND id = COALESCE(CAST(:id AS uuid), id)
      ORDER BY name
      """;

  /// Nothing when the tenant has as many as it may have.
  private static final String INSERT =
      """
      INSERT INTO policy
        (tenant_id, id, version, name, group_name, application, available_from, required_from,
        time_zone, kinds, strength, frequency, frequency_days, skips_max, late_enrollment, purposes,
        first_factor_proof, stay_seconds, idle_seconds, remember_days, profile, remind_days,
        exemptions_approved, created_at, updated_at)
      SELECT :tenant, :id, 1, :name, :group, :application, :available, :required,
        :zone, CAST(:kinds AS text[]), :strength, :frequency, :days, :skips, :late,
        CAST(:purposes AS text[]), :proof, :stay, :idle, :remember, :profile,
        CAST(:remind AS integer[]), :approved, :now, :now
      WHERE :most > (SELECT count(*) FROM policy WHERE tenant_id = :tenant)
      ON CONFLICT (tenant_id, name) DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE policy
      SET version = version + 1, name = :name, group_name = :group, application = :application,
        available_from = :available, required_from = :required, time_zone = :zone,
        kinds = CAST(:kinds AS text[]), strength = :strength, frequency = :frequency,
        frequency_days = :days, skips_max = :skips, late_enrollment = :late,
        purposes = CAST(:purposes AS text[]), first_factor_proof = :proof, stay_seconds = :stay,
        idle_seconds = :idle, remember_days = :remember, profile = :profile,
        remind_days = CAST(:remind AS integer[]), exemptions_approved = :approved,
        updated_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND version = :version
      """;

  private static final String DELETE =
      """
      DELETE FROM policy
      WHERE tenant_id = :tenant
        AND id = :id
        AND version = :version
      """;

  private static final String NAMED =
      """
      SELECT count(*)
      FROM policy
      WHERE tenant_id = :tenant
        AND name = :name
        AND id <> :id
      """;

  private static final String TENANTS_ACROSS_TENANTS =
      """
      SELECT DISTINCT tenant_id
      FROM policy
      WHERE required_from IS NOT NULL
        AND cardinality(remind_days) > 0
      """;

  private final JdbcClient jdbc;

  PolicyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All policies of the tenant by name.
  public List<StoredPolicy> list(TenantId tenant) {
    return jdbc.sql(LIST)
        .param("tenant", tenant.value())
        .param("id", null)
        .query((row, _) -> PolicyRow.read(row))
        .list();
  }

  public Optional<StoredPolicy> find(TenantId tenant, UUID id) {
    return jdbc.sql(LIST)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> PolicyRow.read(row))
        .optional();
  }

  /// @param most how many policies the tenant may have
  /// @return whether it was made; not when there are as many, or another has its name
  public boolean insert(TenantId tenant, Policy policy, int most, Instant now) {
    return PolicyParameters.given(jdbc.sql(INSERT), tenant, policy, now)
            .param("most", most)
            .update()
        > 0;
  }

  /// @return whether it was changed; not when its version is another one by now
  public boolean update(TenantId tenant, Policy policy, int version, Instant now) {
    return PolicyParameters.given(jdbc.sql(UPDATE), tenant, policy, now)
            .param("version", version)
            .update()
        > 0;
  }

  /// @return whether it was deleted; not when its version is another one by now
  public boolean delete(TenantId tenant, UUID id, int version) {
    return jdbc.sql(DELETE)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("version", version)
            .update()
        > 0;
  }

  /// Whether another policy has this name.
  public boolean isNameTaken(TenantId tenant, String name, UUID id) {
    return jdbc.sql(NAMED)
            .param("tenant", tenant.value())
            .param("name", name)
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  /// Tenants that remind of a date.
  public List<TenantId> reminding() {
    return jdbc.sql(TENANTS_ACROSS_TENANTS)
        .query((row, _) -> new TenantId(row.getObject("tenant_id", UUID.class)))
        .list();
  }
}
