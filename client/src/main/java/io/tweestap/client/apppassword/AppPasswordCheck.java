package io.tweestap.client.apppassword;

import io.tweestap.client.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A password as a service got it.
public final class AppPasswordCheck extends Body<AppPasswordCheck> {
  private AppPasswordCheck(Map<String, @Nullable Object> fields) {
    super(fields, AppPasswordCheck::new);
  }

  /// With what is required.
  ///
  /// @param user who logs in, as typed: your reference of the user
  /// @param service the service that asks
  /// @param password as typed; case, spaces and hyphens do not matter
  public static AppPasswordCheck of(String user, String service, String password) {
    return new AppPasswordCheck(Map.of())
        .with("user", user)
        .with("service", service)
        .with("password", password);
  }

  /// The address that the user's program came from. Failures are counted by it, and passwords bound
  /// to networks need it.
  public AppPasswordCheck sourceIp(String sourceIp) {
    return with("source_ip", sourceIp);
  }
}
