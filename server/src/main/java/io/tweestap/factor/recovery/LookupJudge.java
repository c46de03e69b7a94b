package io.tweestap.factor.recovery;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.jdbc.NewFactorRows;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// What all kinds with codes from a list do alike: compare, and void the list before.
@Component
public class LookupJudge {
  /// The parameter of a factor with the salt of its codes.
  public static final String SALT = "salt";

  private final LookupSecrets secrets;
  private final FactorRows factors;
  private final NewFactorRows fresh;
  private final Clock clock;

  LookupJudge(LookupSecrets secrets, FactorRows factors, NewFactorRows fresh, Clock clock) {
    this.secrets = secrets;
    this.factors = factors;
    this.fresh = fresh;
    this.clock = clock;
  }

  /// Compares a typed code. Changes nothing.
  ///
  /// @param spend spends the code that one of these stands for, and says whether it was this call
  ///   that did
  public Judgment judge(
      TenantId tenant, StoredFactor stored, Answer answer, Predicate<List<byte[]>> spend) {
    return secrets
        .candidates(tenant, stored.parameters().text(SALT), answer.text())
        .map(candidates -> compare(tenant, stored, candidates, spend))
        .orElseGet(() -> new Judgment.Refused(new AnswerOutcome.Busy()));
  }

  private Judgment compare(
      TenantId tenant,
      StoredFactor stored,
      List<byte[]> candidates,
      Predicate<List<byte[]>> spend) {
    return switch (secrets.find(tenant, stored.id(), candidates)) {
      case UNSPENT ->
          new Judgment.Right(
              stored.moving() + 1,
              stored.drift(),
              stored.kind().amr(),
              () -> spend.test(candidates));
      case SPENT -> new Judgment.Refused(new AnswerOutcome.AlreadyUsed());
      case NOTHING -> Judgment.wrong();
    };
  }

  /// Ends the factors of a kind that a user has, in the caller's transaction: the next one stands
  /// for all. Of two that are made at once, the later one voids the other.
  public void voidOld(TenantId tenant, UserId user, FactorKind kind) {
    fresh.takeTurns(tenant, user);
    for (StoredFactor old : factors.of(tenant, user, clock.instant())) {
      if (old.kind() == kind) {
        factors.end(tenant, user, old.id(), clock.instant());
        secrets.forget(tenant, old.id());
      }
    }
  }
}
