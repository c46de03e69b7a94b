package io.tweestap.client.account;

import io.tweestap.client.http.Body;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a visit to the account pages begins and ends. All of it may be left out.
public final class NewAccountLink extends Body<NewAccountLink> {
  private NewAccountLink(Map<String, @Nullable Object> fields) {
    super(fields, NewAccountLink::new);
  }

  /// Nothing yet.
  public static NewAccountLink empty() {
    return new NewAccountLink(Map.of());
  }

  /// Where the pages lead back to: one of the tenant's return addresses, compared whole.
  public NewAccountLink returnUrl(String returnUrl) {
    return with("return_url", returnUrl);
  }

  /// Language of the visit: `nl`, `de` or `en`. Left out: the user's own.
  public NewAccountLink locale(String locale) {
    return with("locale", locale);
  }

  /// A login of this user that passed with a second factor at most ten minutes ago: the pages then
  /// need not ask again.
  public NewAccountLink provenFactor(UUID login) {
    return with("proven_factor", login);
  }
}
