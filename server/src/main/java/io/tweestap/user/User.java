package io.tweestap.user;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A person of a tenant, as far as the application says who that is.
///
/// @param groups words of the application (kinds of user), in their order; unknown ones are fine
/// @param locale language of what the user is told; the tenant's own where none was given
/// @param zone where the user's days begin and end; the tenant's own where none was given
/// @param deadline day from which the second factor is required of this user, where staff moved it
/// @param skipsUsed how often enrollment was put off
/// @param pseudonym stands for the user in the audit
public record User(
    UserId id,
    UserRef ref,
    UserState state,
    Set<String> groups,
    Locale locale,
    ZoneId zone,
    Optional<LocalDate> deadline,
    int skipsUsed,
    UUID pseudonym,
    Instant createdAt,
    Instant updatedAt) {
  public User {
    groups = Collections.unmodifiableSet(new TreeSet<>(groups));
  }

  /// Shows nothing that says who it is.
  @Override
  public String toString() {
    return "User[" + id + ", " + state + "]";
  }
}
