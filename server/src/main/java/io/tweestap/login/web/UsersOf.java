package io.tweestap.login.web;

import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.Users;
import org.springframework.stereotype.Component;

/// Finds the user that a path names.
@Component
class UsersOf {
  private final Users users;

  UsersOf(Users users) {
    this.users = users;
  }

  /// @throws Problem `not_found` when the tenant has no such user
  User named(TenantId tenant, String ref) {
    if (!UserRef.fits(ref)) {
      throw unknown();
    }
    return users.find(tenant, new UserRef(ref)).orElseThrow(UsersOf::unknown);
  }

  static Problem unknown() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such user.");
  }
}
