package io.tweestap.factor.webauthn;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts on record that a key may have been copied, and tells its user by mail.
@Component
class KeyNews {
  private final AuditTrail audit;
  private final UserNotices notices;
  private final Users users;
  private final TransactionTemplate transaction;

  KeyNews(AuditTrail audit, UserNotices notices, Users users, TransactionTemplate transaction) {
    this.audit = audit;
    this.notices = notices;
    this.users = users;
    this.transaction = transaction;
  }

  /// Joins the caller's transaction, if there is one.
  ///
  /// @param refused whether the answer was refused for it
  void counterWentBack(
      TenantId tenant, StoredFactor stored, AssertionCheck check, Key key, boolean refused) {
    users
        .find(tenant, stored.bond().user())
        .ifPresent(user ->
            transaction.executeWithoutResult(_ -> {
              record(tenant, user, stored, check, key, refused);
              notices.tell(
                  tenant,
                  user,
                  Notice.of(
                      refused ? NoticeKind.KEY_REFUSED : NoticeKind.KEY_SUSPECTED,
                      Map.of("factor", stored.bond().name())));
            }));
  }

  private void record(
      TenantId tenant,
      User user,
      StoredFactor stored,
      AssertionCheck check,
      Key key,
      boolean refused) {
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.FACTOR_COUNTER_WENT_BACK,
            "user",
            Optional.of(user.pseudonym()),
            Optional.empty(),
            refused ? AuditResult.REFUSED : AuditResult.SUCCESS,
            Map.of(
                "factor_id", stored.id().toString(),
                "factor_kind", stored.kind().text(),
                "counter", Long.toString(check.data().signCount()),
                "counter_before", Long.toString(key.signCount()))));
  }
}
