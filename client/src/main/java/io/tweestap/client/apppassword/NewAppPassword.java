package io.tweestap.client.apppassword;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an app password is for.
public final class NewAppPassword extends Body<NewAppPassword> {
  private NewAppPassword(Map<String, @Nullable Object> fields) {
    super(fields, NewAppPassword::new);
  }

  /// With what is required.
  ///
  /// @param service the service that it opens: `imap`, `smtp`, `pop3`, `ldap`, `caldav`, or a word
  ///   of your own
  /// @param device what the user calls the device or program that it goes into
  /// @param authenticatedAt when the user last proved password and second factor, at most ten
  ///   minutes ago. You vouch for it.
  public static NewAppPassword of(String service, String device, Instant authenticatedAt) {
    return new NewAppPassword(Map.of())
        .with("service", service)
        .with("device", device)
        .with("authenticated_at", authenticatedAt);
  }

  /// Where it may be used from: addresses or networks in CIDR form. Left out: from anywhere.
  public NewAppPassword networks(List<String> networks) {
    return with("networks", networks);
  }

  /// Its end, in the future. Left out: it has none.
  public NewAppPassword expiresAt(Instant expiresAt) {
    return with("expires_at", expiresAt);
  }
}
