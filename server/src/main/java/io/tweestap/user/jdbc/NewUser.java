package io.tweestap.user.jdbc;

import io.tweestap.user.UserId;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A user to be made, unless the reference exists.
public record NewUser(
    UserId id,
    UserRef ref,
    Set<String> groups,
    Optional<Locale> locale,
    Optional<ZoneId> zone,
    UUID pseudonym) {
  /// The user as stored at this moment.
  public StoredUser stored(Instant now) {
    return new StoredUser(
        id,
        ref,
        UserState.ACTIVE,
        new TreeSet<>(groups),
        locale,
        zone,
        Optional.empty(),
        0,
        pseudonym,
        now,
        now);
  }

  @Override
  public String toString() {
    return "NewUser[" + id + "]";
  }
}
