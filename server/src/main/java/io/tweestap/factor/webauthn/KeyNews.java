package io.tweestap.factor.webauthn;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts on record that a key may have been copied.
@Component
class KeyNews {
  private final AuditTrail audit;
  private final Users users;

  KeyNews(AuditTrail audit, Users users) {
    this.audit = audit;
    this.users = users;
  }

  /// @param refused whether the answer was refused for it
  void counterWentBack(
      TenantId tenant, StoredFactor stored, AssertionCheck check, Key key, boolean refused) {
    users
        .find(tenant, stored.bond().user())
        .ifPresent(user -> record(tenant, user, stored, check, key, refused));
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
