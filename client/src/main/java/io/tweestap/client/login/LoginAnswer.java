package io.tweestap.client.login;

import io.tweestap.client.TransactionDetails;
import io.tweestap.client.http.Body;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody typed.
public final class LoginAnswer extends Body<LoginAnswer> {
  private LoginAnswer(Map<String, @Nullable Object> fields) {
    super(fields, LoginAnswer::new);
  }

  /// With what is required.
  ///
  /// @param factorId one of the options
  /// @param code as typed; spaces and dashes do not matter
  public static LoginAnswer of(UUID factorId, String code) {
    return new LoginAnswer(Map.of()).with("factor_id", factorId).with("code", code);
  }

  /// With a security key.
  ///
  /// @param factorId one of the options
  /// @param response what the key said: `AuthenticationResponseJSON` of WebAuthn Level 3, as the
  ///   browser's `toJSON()` gives it
  public static LoginAnswer ofKey(UUID factorId, Map<String, Object> response) {
    return new LoginAnswer(Map.of()).with("factor_id", factorId).with("response", response);
  }

  /// What it answers; left out: the newest challenge of the factor in this login.
  public LoginAnswer challengeId(UUID challengeId) {
    return with("challenge_id", challengeId);
  }

  /// For a payment: what is about to be paid to whom. Any difference voids the login.
  public LoginAnswer details(TransactionDetails details) {
    return with("details", details);
  }

  /// Whether the user wants this browser remembered. Without effect where the policy does not allow
  /// it.
  public LoginAnswer rememberBrowser(boolean rememberBrowser) {
    return with("remember_browser", rememberBrowser);
  }
}
