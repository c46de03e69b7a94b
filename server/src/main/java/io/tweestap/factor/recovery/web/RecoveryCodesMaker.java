package io.tweestap.factor.recovery.web;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.factor.recovery.RecoveryCodes;
import io.tweestap.factor.web.FactorMaker;
import io.tweestap.factor.web.FactorProblems;
import io.tweestap.factor.web.FactorView;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Fields;
import io.tweestap.user.User;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Makes a set of recovery codes, active at once and shown once.
@Component
class RecoveryCodesMaker implements FactorMaker {
  private final RecoveryCodes codes;
  private final Factors factors;
  private final Clock clock;

  RecoveryCodesMaker(RecoveryCodes codes, Factors factors, Clock clock) {
    this.codes = codes;
    this.factors = factors;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.RECOVERY_CODE;
  }

  @Override
  public Set<String> fields() {
    return Set.of();
  }

  @Override
  public NewFactorView make(TenantId tenant, User user, NewFactorBody body, By by) {
    if (body.expiresAt() != null) {
      throw Fields.invalid("expires_at", "does not belong to recovery codes");
    }
    return switch (codes.make(tenant, user, body.readName("Recovery codes"), by)) {
      case RecoveryCodes.Outcome.Made(FactorId id, List<String> made) ->
          NewFactorView.ofCodes(
              FactorView.of(factors.find(tenant, user.id(), id).orElseThrow(), clock.instant()),
              made);
      case RecoveryCodes.Outcome.TooMany(int most) -> throw FactorProblems.tooMany(most);
      case RecoveryCodes.Outcome.Busy() -> throw FactorProblems.busy();
    };
  }
}
