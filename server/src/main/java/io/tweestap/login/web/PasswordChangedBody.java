package io.tweestap.login.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/password-changed`; it may be left out.
record PasswordChangedBody(@Nullable UUID keepSession) {
  static Optional<UUID> kept(@Nullable PasswordChangedBody body) {
    return Optional.ofNullable(body).flatMap(given -> Optional.ofNullable(given.keepSession));
  }
}
