package io.tweestap.client.login;

import io.tweestap.client.TransactionDetails;
import io.tweestap.client.http.Body;
import io.tweestap.client.policy.StepPurpose;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an application asks when somebody has given the right password.
public final class NewLogin extends Body<NewLogin> {
  private NewLogin(Map<String, @Nullable Object> fields) {
    super(fields, NewLogin::new);
  }

  /// With what is required.
  ///
  /// @param user your own reference of the user
  /// @param purpose what the second step is for: `login`, `payment`, `password_reset` or
  ///   `new_device`. A password reset is begun without a password.
  public static NewLogin of(String user, StepPurpose purpose) {
    return new NewLogin(Map.of()).with("user", user).with("purpose", purpose);
  }

  /// Which of your applications it is; policies may speak about one.
  public NewLogin application(String application) {
    return with("application", application);
  }

  /// What this browser kept from an earlier login (`browser_token`), if anything.
  public NewLogin browserToken(String browserToken) {
    return with("browser_token", browserToken);
  }

  /// Address of the visitor. Failures are counted by it, and it stands in notices.
  public NewLogin ip(String ip) {
    return with("ip", ip);
  }

  /// The browser, as it says itself. Stands in notices and lists; the first 300 characters are
  /// kept.
  public NewLogin userAgent(String userAgent) {
    return with("user_agent", userAgent);
  }

  /// What is paid to whom: required for a payment and only for one.
  public NewLogin details(TransactionDetails details) {
    return with("details", details);
  }

  /// Language of a message; left out: the user's own.
  public NewLogin locale(String locale) {
    return with("locale", locale);
  }

  /// Whether your application itself finds this login unusual. Policies that ask by risk go by it.
  public NewLogin risky(boolean risky) {
    return with("risky", risky);
  }

  /// Where the hosted prompt leads back to, if the login is to be done there: one of the tenant's
  /// return addresses, character by character.
  public NewLogin returnUrl(String returnUrl) {
    return with("return_url", returnUrl);
  }

  /// What the hosted prompt gives back with the browser, as it is. Goes with the return address.
  public NewLogin state(String state) {
    return with("state", state);
  }
}
