package io.tweestap.factor.bind;

import io.tweestap.factor.By;
import io.tweestap.factor.Factors;
import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.kind.Kinds;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserClosed;
import io.tweestap.user.UserErased;
import io.tweestap.user.Users;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// All factors of a user end with the account (BND-6); of an erased one not even the record stays
/// (PRV-4).
@Component
class EndWithUser {
  private final Factors factors;
  private final FactorRows rows;
  private final Kinds kinds;
  private final Users users;
  private final Clock clock;

  EndWithUser(Factors factors, FactorRows rows, Kinds kinds, Users users, Clock clock) {
    this.factors = factors;
    this.rows = rows;
    this.kinds = kinds;
    this.users = users;
    this.clock = clock;
  }

  @EventListener
  void on(UserClosed closed) {
    users.find(closed.tenant(), closed.user()).ifPresent(user -> close(closed.tenant(), user));
  }

  private void close(TenantId tenant, User user) {
    factors.removeAll(tenant, user, "account_closed", By.SYSTEM);
  }

  @EventListener
  void on(UserErased erased) {
    List<StoredFactor> all = rows.of(erased.tenant(), erased.user(), clock.instant());
    all.forEach(one -> kinds.verifier(one.kind()).ended(erased.tenant(), one));
    rows.erase(erased.tenant(), erased.user());
  }
}
