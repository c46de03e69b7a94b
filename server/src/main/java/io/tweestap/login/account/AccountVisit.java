package io.tweestap.login.account;

import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A visit that is open in one browser.
///
/// @param returnUrl where the user may go back to
/// @param locale language that the application asked for
/// @param login in which the user proves a factor, or has proven one
/// @param endsAt when it ends, however busy it is
/// @param kept how far the pages are, in their own form; empty at the beginning. May hold secrets
///   that are shown once
public record AccountVisit(
    TenantId tenant,
    UUID id,
    UserId user,
    Optional<String> returnUrl,
    Optional<Locale> locale,
    Optional<UUID> login,
    Instant endsAt,
    Optional<String> kept) {
  /// How long it lasts without a request.
  public static final Duration IDLE = Duration.ofMinutes(15);

  /// How long it lasts at most.
  public static final Duration LONGEST = Duration.ofHours(1);

  /// Shows nothing but which one it is.
  @Override
  public String toString() {
    return "AccountVisit[" + id + "]";
  }
}
