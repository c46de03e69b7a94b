package io.tweestap.factor.apppassword;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is asked for when an app password is to be made.
///
/// @param networks where it may be used from; empty: from anywhere
/// @param authenticatedAt when the user last proved password and second factor, as the application
///   vouches for (APP-3)
public record NewAppPassword(
    ServiceName service,
    String device,
    List<SourceNetwork> networks,
    Optional<Instant> expiresAt,
    Instant authenticatedAt) {
  public NewAppPassword {
    networks = List.copyOf(networks);
  }
}
