package io.tweestap.factor.pass;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.Answer;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.kind.FactorVerifier;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.recovery.LookupJudge;
import io.tweestap.factor.recovery.LookupSecrets;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Compares a temporary pass. Its one use ends the factor.
@Component
class TemporaryPassVerifier implements FactorVerifier {
  private final LookupSecrets secrets;
  private final LookupJudge judge;
  private final FactorRows factors;
  private final Users users;
  private final AuditTrail audit;
  private final Clock clock;

  TemporaryPassVerifier(
      LookupSecrets secrets,
      LookupJudge judge,
      FactorRows factors,
      Users users,
      AuditTrail audit,
      Clock clock) {
    this.secrets = secrets;
    this.judge = judge;
    this.factors = factors;
    this.users = users;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.TEMPORARY_PASS;
  }

  @Override
  public Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    return judge.judge(tenant, stored, answer, codes -> spend(tenant, stored, answer, codes));
  }

  private boolean spend(
      TenantId tenant, StoredFactor stored, Answer answer, List<byte[]> candidates) {
    UserId user = stored.bond().user();
    if (!secrets.spend(tenant, stored.id(), candidates)) {
      return false;
    }
    factors.end(tenant, user, stored.id(), clock.instant());
    secrets.forget(tenant, stored.id());
    users
        .find(tenant, user)
        .ifPresent(known ->
            audit.record(
                tenant,
                AuditEvent.success(
                    AuditAction.TEMPORARY_PASS_USED,
                    "user",
                    Optional.of(known.pseudonym()),
                    answer.sourceIp())));
    return true;
  }

  @Override
  public void ended(TenantId tenant, StoredFactor stored) {
    secrets.forget(tenant, stored.id());
  }

  @Override
  public Factor show(StoredFactor stored) {
    return new Factor.TemporaryPass(stored.bond());
  }
}
