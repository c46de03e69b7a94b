package io.tweestap.factor.web;

import io.tweestap.audit.Actor;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.shared.web.Fields;
import io.tweestap.tenant.Caller;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who acts, and on whom.
@Component
class Acting {
  private static final int STAFF_MAX = 100;

  private final Users users;

  Acting(Users users) {
    this.users = users;
  }

  /// The user with this reference.
  ///
  /// @throws io.tweestap.shared.web.Problem `not_found`
  User user(Caller caller, String ref) {
    if (!UserRef.fits(ref)) {
      throw FactorProblems.noUser();
    }
    return users.find(caller.tenant(), new UserRef(ref)).orElseThrow(FactorProblems::noUser);
  }

  static FactorId factor(String id) {
    return FactorId.of(id).orElseThrow(FactorProblems::notFound);
  }

  /// The API client, or the member of the staff that it names.
  static By by(Caller caller, @Nullable String staff, @Nullable String sourceIp) {
    if (staff != null && (staff.isBlank() || staff.length() > STAFF_MAX)) {
      throw Fields.invalid("staff", "must have 1 to " + STAFF_MAX + " characters");
    }
    String actor =
        staff == null ? Actor.client(caller.clientId()) : Actor.staff(staff, caller.clientId());
    return new By(actor, CodeBody.ip(sourceIp));
  }
}
