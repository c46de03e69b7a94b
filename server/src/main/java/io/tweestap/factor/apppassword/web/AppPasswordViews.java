package io.tweestap.factor.apppassword.web;

import io.tweestap.factor.apppassword.AppPassword;
import io.tweestap.factor.apppassword.SourceNetwork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// App passwords in answers.
final class AppPasswordViews {
  private AppPasswordViews() {}

  /// One of them.
  ///
  /// @param password in groups, only in the answer that made it
  record Shown(
      UUID id,
      String service,
      String device,
      List<String> networks,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      Instant createdAt,
      @Nullable String password) {
    static Shown of(AppPassword password) {
      return of(password, null);
    }

    static Shown of(AppPassword password, @Nullable String secret) {
      return new Shown(
          password.id(),
          password.service().text(),
          password.device(),
          password.networks().stream().map(SourceNetwork::text).toList(),
          password.expiresAt().orElse(null),
          password.lastUsedAt().orElse(null),
          password.createdAt(),
          secret);
    }

    @Override
    public String toString() {
      return "Shown[" + id + "]";
    }
  }

  /// All of a user.
  record Listed(List<Shown> data) {}

  /// How many were taken away.
  record Revoked(int revoked) {}

  /// Whether a password was right; everything else only when it was.
  record Verified(
      boolean valid, @Nullable String user, @Nullable UUID appPasswordId, @Nullable String device) {
    static final Verified NOT_VALID = new Verified(false, null, null, null);
  }
}
