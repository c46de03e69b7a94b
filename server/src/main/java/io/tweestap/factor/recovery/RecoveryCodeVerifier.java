package io.tweestap.factor.recovery;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.Answer;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.FactorVerifier;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Compares a recovery code. The factor's moving factor counts those that were used.
@Component
class RecoveryCodeVerifier implements FactorVerifier {
  private final LookupSecrets secrets;
  private final LookupJudge judge;
  private final Users users;
  private final UserNotices notices;
  private final AuditTrail audit;

  RecoveryCodeVerifier(
      LookupSecrets secrets,
      LookupJudge judge,
      Users users,
      UserNotices notices,
      AuditTrail audit) {
    this.secrets = secrets;
    this.judge = judge;
    this.users = users;
    this.notices = notices;
    this.audit = audit;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.RECOVERY_CODE;
  }

  @Override
  public Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    return judge.judge(tenant, stored, answer, codes -> spend(tenant, stored, answer, codes));
  }

  private boolean spend(
      TenantId tenant, StoredFactor stored, Answer answer, List<byte[]> candidates) {
    boolean spent = secrets.spend(tenant, stored.id(), candidates);
    if (spent) {
      users
          .find(tenant, stored.bond().user())
          .ifPresent(user -> tell(tenant, user, left(stored) - 1, answer));
    }
    return spent;
  }

  private void tell(TenantId tenant, User user, int left, Answer answer) {
    Map<String, String> words = Map.of("left", Integer.toString(left));
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.RECOVERY_CODE_USED,
            "user",
            Optional.of(user.pseudonym()),
            answer.sourceIp(),
            AuditResult.SUCCESS,
            words));
    notices.tell(tenant, user, Notice.of(NoticeKind.RECOVERY_CODE_USED, words));
    if (left == RecoveryCodes.FEW) {
      notices.tell(tenant, user, Notice.of(NoticeKind.RECOVERY_CODES_LOW, words));
    }
  }

  @Override
  public void ended(TenantId tenant, StoredFactor stored) {
    secrets.forget(tenant, stored.id());
  }

  @Override
  public Factor show(StoredFactor stored) {
    return new Factor.RecoveryCodes(stored.bond(), left(stored));
  }

  private static int left(StoredFactor stored) {
    return RecoveryCodes.COUNT - Math.toIntExact(stored.moving());
  }
}
