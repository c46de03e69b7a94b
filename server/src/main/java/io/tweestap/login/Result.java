package io.tweestap.login;

import io.tweestap.policy.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a login that passed tells the application.
///
/// @param amr how it was proven (RFC 8176); factors that were used in this login and no others
/// @param acr level that was reached, 1 to 3
/// @param authTime when the last of it was proven
/// @param session how long the user stays logged in; empty for a payment and a password reset,
///   which log nobody in
public record Result(List<String> amr, int acr, Instant authTime, Optional<Stay> session) {
  private static final String ACR = "urn:tweestap:acr:";

  public Result {
    amr = List.copyOf(amr);
  }

  /// The two ends of a session.
  public record Stay(Duration lifetime, Duration idle) {}

  static Result of(Purpose purpose, Plan plan, Proven proven, Instant now) {
    return new Result(proven.amr(purpose), proven.acr(purpose), now, stay(purpose, plan));
  }

  /// Whether passing means being logged in.
  static boolean logsIn(Purpose purpose) {
    return switch (purpose) {
      case LOGIN, NEW_DEVICE -> true;
      case PAYMENT, PASSWORD_RESET, ACCOUNT -> false;
    };
  }

  private static Optional<Stay> stay(Purpose purpose, Plan plan) {
    return logsIn(purpose)
        ? Optional.of(new Stay(plan.stayLoggedIn(), plan.idle()))
        : Optional.empty();
  }

  /// As it stands in an ID token: `urn:tweestap:acr:2`.
  public String acrText() {
    return acrText(acr);
  }

  /// The same for a level that is known by its number.
  public static String acrText(int level) {
    return ACR + level;
  }
}
