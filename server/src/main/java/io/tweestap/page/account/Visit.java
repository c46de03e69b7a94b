package io.tweestap.page.account;

import io.tweestap.audit.Actor;
import io.tweestap.factor.By;
import io.tweestap.login.account.AccountVisit;
import io.tweestap.login.account.AccountVisits;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// A user on a visit.
record Visit(AccountVisit visit, User user, Kept kept) {
  /// Under which name it stands in the request.
  static final String NAME = "io.tweestap.page.account.Visit";

  static Visit of(AccountVisits.Present present) {
    AccountVisit visit = present.visit();
    return new Visit(visit, present.user(), visit.kept().map(Kept::read).orElse(Kept.NOTHING));
  }

  TenantId tenant() {
    return visit.tenant();
  }

  /// Who changes something here.
  static By by(HttpServletRequest request) {
    return new By(Actor.USER, Optional.of(request.getRemoteAddr()));
  }

  @Override
  public String toString() {
    return visit.toString();
  }
}
