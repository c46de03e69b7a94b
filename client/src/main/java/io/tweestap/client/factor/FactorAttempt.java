package io.tweestap.client.factor;

import io.tweestap.client.TransactionDetails;
import io.tweestap.client.http.Body;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A code as somebody typed it.
public final class FactorAttempt extends Body<FactorAttempt> {
  private FactorAttempt(Map<String, @Nullable Object> fields) {
    super(fields, FactorAttempt::new);
  }

  /// With what is required.
  ///
  /// @param code spaces and dashes do not matter
  public static FactorAttempt of(String code) {
    return new FactorAttempt(Map.of()).with("code", code);
  }

  /// Of a security key.
  ///
  /// @param response what it said, as the browser's `toJSON()` gives it: `RegistrationResponseJSON`
  ///   to confirm, `AuthenticationResponseJSON` to verify, of WebAuthn Level 3
  public static FactorAttempt ofKey(Map<String, Object> response) {
    return new FactorAttempt(Map.of()).with("response", response);
  }

  /// The challenge that is answered, for `ocra` and `phone`. Not needed to confirm.
  public FactorAttempt challengeId(UUID challengeId) {
    return with("challenge_id", challengeId);
  }

  /// The transaction as it is about to be carried out, where the challenge was about one.
  public FactorAttempt details(TransactionDetails details) {
    return with("details", details);
  }

  /// The address of whoever typed it. Wrong codes are counted by it.
  public FactorAttempt sourceIp(String sourceIp) {
    return with("source_ip", sourceIp);
  }
}
