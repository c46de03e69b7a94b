package io.tweestap.login;

import io.tweestap.policy.Purpose;
import io.tweestap.user.UserRef;
import io.tweestap.verification.Details;
import java.util.Locale;
import java.util.Optional;

/// What an application asks when somebody has given the right password, or wants to pay.
///
/// @param application which of the tenant's applications it is; empty when there is one only
/// @param browserToken what the browser kept from an earlier login
/// @param details of a payment, required for one and not allowed otherwise
/// @param locale language of a message; empty: the user's own
/// @param risky whether the application itself finds this login unusual
public record NewLogin(
    UserRef user,
    Purpose purpose,
    Optional<String> application,
    Optional<String> browserToken,
    Visitor visitor,
    Optional<Details> details,
    Optional<Locale> locale,
    boolean risky) {
  public NewLogin {
    if (details.isPresent() != (purpose == Purpose.PAYMENT)) {
      throw new IllegalArgumentException("details go with a payment and only with one");
    }
  }

  /// Shows no token and no details.
  @Override
  public String toString() {
    return "NewLogin[" + purpose + "]";
  }
}
