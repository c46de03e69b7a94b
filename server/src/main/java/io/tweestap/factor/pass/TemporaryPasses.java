package io.tweestap.factor.pass;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.factor.recovery.LookupJudge;
import io.tweestap.factor.recovery.LookupSecrets;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Temporary passes: after the loss of all factors, staff gives out a code that is right once and
/// for a day at most (REC-2). Making another voids the one before.
@Service
public class TemporaryPasses {
  /// The longest life.
  public static final Duration LONGEST = Duration.ofHours(24);

  private final LookupSecrets secrets;
  private final Bindings bindings;
  private final LookupJudge judge;
  private final UserNotices notices;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TemporaryPasses(
      LookupSecrets secrets,
      Bindings bindings,
      LookupJudge judge,
      UserNotices notices,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.secrets = secrets;
    this.bindings = bindings;
    this.judge = judge;
    this.notices = notices;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// What became of the wish for a pass.
  public sealed interface Outcome {
    /// A code of ten characters in two groups, to be told this once.
    record Made(FactorId id, String code, Instant expiresAt) implements Outcome {
      @Override
      public String toString() {
        return "Made[" + id + "]";
      }
    }

    /// The user has as many factors as allowed.
    record TooMany(int most) implements Outcome {}
  }

  /// A code that is a pass once it is given to a user.
  public record Drawn(LookupSecrets.Drawn secret) {}

  /// Draws a code. Takes some 30 ms and may wait for seconds: call it outside of any transaction.
  ///
  /// @return empty when too many others hash at the moment
  public Optional<Drawn> draw(TenantId tenant) {
    return secrets.draw(tenant, 1).map(Drawn::new);
  }

  /// Makes a pass of a code, as part of the caller's transaction where there is one.
  ///
  /// @param code from [#draw], for this one pass
  /// @param ttl above zero, at most [#LONGEST]
  /// @param staff who gives it out, as in [AuditEvent#actor]
  public Outcome make(TenantId tenant, User user, Drawn code, Duration ttl, String staff) {
    if (ttl.isNegative() || ttl.isZero() || ttl.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a temporary pass lives at most 24 hours");
    }
    LookupSecrets.Drawn drawn = code.secret();
    Instant until = clock.instant().plus(ttl);
    return transaction.execute(_ -> {
      judge.voidOld(tenant, user.id(), FactorKind.TEMPORARY_PASS);
      return switch (bindings.bind(tenant, user, asked(drawn, until))) {
        case BindOutcome.Bound(FactorId id) -> {
          secrets.store(tenant, user.id(), id, drawn);
          tell(tenant, user, ttl, staff);
          yield new Outcome.Made(id, drawn.codes().getFirst(), until);
        }
        case BindOutcome.TooMany(int most) -> new Outcome.TooMany(most);
        case BindOutcome.Begun begun -> throw new IllegalStateException("bound, not " + begun);
      };
    });
  }

  private static NewFactor asked(LookupSecrets.Drawn drawn, Instant until) {
    return new NewFactor(
        FactorKind.TEMPORARY_PASS,
        "Temporary pass",
        "staff",
        Optional.empty(),
        Parameters.NONE.with(LookupJudge.SALT, drawn.salt()),
        0,
        Optional.of(until));
  }

  private void tell(TenantId tenant, User user, Duration ttl, String staff) {
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.TEMPORARY_PASS_MADE,
            staff,
            Optional.of(user.pseudonym()),
            Optional.empty(),
            AuditResult.SUCCESS,
            Map.of("ttl_seconds", Long.toString(ttl.toSeconds()))));
    notices.tell(tenant, user, Notice.of(NoticeKind.TEMPORARY_PASS_MADE, Map.of()));
  }
}
