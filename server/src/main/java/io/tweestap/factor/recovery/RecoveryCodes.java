package io.tweestap.factor.recovery;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Sets of recovery codes. A user has one at a time: a new set voids the old one (LUS-4).
@Service
public class RecoveryCodes {
  /// Codes of a set.
  public static final int COUNT = 10;

  /// When so many are left, the user is told to make new ones.
  public static final int FEW = 3;

  private final LookupSecrets secrets;
  private final Bindings bindings;
  private final LookupJudge judge;
  private final UserNotices notices;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  RecoveryCodes(
      LookupSecrets secrets,
      Bindings bindings,
      LookupJudge judge,
      UserNotices notices,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.secrets = secrets;
    this.bindings = bindings;
    this.judge = judge;
    this.notices = notices;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// What became of the wish for codes.
  public sealed interface Outcome {
    /// Ten codes, to be shown this once.
    record Made(FactorId id, List<String> codes) implements Outcome {
      public Made {
        codes = List.copyOf(codes);
      }

      @Override
      public String toString() {
        return "Made[" + id + "]";
      }
    }

    /// The user has as many factors as allowed.
    record TooMany(int most) implements Outcome {}

    /// Too many others hash at the moment.
    record Busy() implements Outcome {}
  }

  /// Makes a set and voids the one before it. Not inside a transaction.
  ///
  /// @param name what the user calls it
  public Outcome make(TenantId tenant, User user, String name, By by) {
    return secrets
        .draw(tenant, COUNT)
        .map(drawn -> make(tenant, user, name, drawn, by))
        .orElseGet(Outcome.Busy::new);
  }

  private Outcome make(TenantId tenant, User user, String name, LookupSecrets.Drawn drawn, By by) {
    NewFactor asked =
        new NewFactor(
            FactorKind.RECOVERY_CODE,
            name,
            "enrolled",
            Optional.empty(),
            Parameters.NONE.with(LookupJudge.SALT, drawn.salt()),
            0,
            Optional.empty());
    return transaction.execute(_ -> {
      judge.voidOld(tenant, user.id(), FactorKind.RECOVERY_CODE);
      return switch (bindings.bind(tenant, user, asked)) {
        case BindOutcome.Bound(FactorId id) -> {
          secrets.store(tenant, user.id(), id, drawn);
          tell(tenant, user, by);
          yield new Outcome.Made(id, drawn.codes());
        }
        case BindOutcome.TooMany(int most) -> new Outcome.TooMany(most);
        case BindOutcome.Begun begun -> throw new IllegalStateException("bound, not " + begun);
      };
    });
  }

  private void tell(TenantId tenant, User user, By by) {
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.RECOVERY_CODES_MADE,
            by.actor(),
            Optional.of(user.pseudonym()),
            by.sourceIp(),
            AuditResult.SUCCESS,
            Map.of("count", Integer.toString(COUNT))));
    notices.tell(tenant, user, Notice.of(NoticeKind.RECOVERY_CODES_MADE, Map.of()));
  }
}
