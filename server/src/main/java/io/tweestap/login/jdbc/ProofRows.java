package io.tweestap.login.jdbc;

import io.tweestap.factor.FactorId;
import io.tweestap.login.Login;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What comes beside the answers of a login: codes to addresses, and a factor that is set up.
@Repository
public class ProofRows {
  private static final String PROOF_SENT =
      """
      UPDATE login
      SET proof_id = :verification, proof_address = :address, proof_kind = :kind
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
        AND proven_at IS NULL
      """;

  private static final String PROVE_ADDRESS =
      """
      UPDATE login
      SET proven_at = :now, proof_kind = :kind
      WHERE tenant_id = :tenant
        AND id = :id
        AND state = 'pending'
        AND expires_at > :now
        AND proven_at IS NULL
        AND (proof_id IS NOT DISTINCT FROM CAST(:verification AS uuid))
      """;

  private static final String ENROLLING =
      """
      UPDATE login
      SET enrolling = :factor
      WHERE tenant_id = :tenant
        AND id = :id
        AND ((state = 'pending' AND expires_at > :now)
          OR (state = 'passed' AND factor_at > :since))
      """;

  private static final String ENROLLED =
      """
      UPDATE login
      SET enrolling = NULL
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private final JdbcClient jdbc;

  ProofRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Ties a code to an address to the login, in the place of an earlier one.
  public boolean proofSent(TenantId tenant, UUID id, Login.Proof proof, Instant now) {
    return step(PROOF_SENT, tenant, id, now)
            .param("verification", proof.verification().orElse(null))
            .param("address", proof.address().orElse(null))
            .param("kind", proof.kind().text())
            .update()
        == 1;
  }

  /// Notes that the code to an address, or that of the staff, was right. Only the newest one
  /// counts.
  public boolean proveAddress(TenantId tenant, UUID id, Login.Proof proof, Instant now) {
    return step(PROVE_ADDRESS, tenant, id, now)
            .param("verification", proof.verification().orElse(null))
            .param("kind", proof.kind().text())
            .update()
        == 1;
  }

  /// Notes which factor is being set up, in the place of an earlier one.
  ///
  /// @param since how old the answer may be, in a login that has passed
  public boolean enrolling(TenantId tenant, UUID id, FactorId factor, Instant now, Instant since) {
    return step(ENROLLING, tenant, id, now)
            .param("factor", factor.value())
            .param("since", SqlTime.of(since))
            .update()
        == 1;
  }

  /// Nothing is being set up any more.
  public void enrolled(TenantId tenant, UUID id) {
    jdbc.sql(ENROLLED).param("tenant", tenant.value()).param("id", id).update();
  }

  private JdbcClient.StatementSpec step(String sql, TenantId tenant, UUID id, Instant now) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("now", SqlTime.of(now));
  }
}
