package io.tweestap.user.jdbc;

import io.tweestap.shared.SqlTime;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A user as stored: language and zone are empty where the tenant's own apply.
public record StoredUser(
    UserId id,
    UserRef ref,
    UserState state,
    Set<String> groups,
    Optional<Locale> locale,
    Optional<ZoneId> zone,
    Optional<LocalDate> deadline,
    int skipsUsed,
    UUID pseudonym,
    Instant createdAt,
    Instant updatedAt) {
  static StoredUser read(ResultSet row) throws SQLException {
    return new StoredUser(
        new UserId(row.getObject("id", UUID.class)),
        new UserRef(row.getString("ref")),
        UserState.of(row.getString("state")).orElseThrow(),
        new TreeSet<>(Set.of((String[]) row.getArray("groups").getArray())),
        Optional.ofNullable(row.getString("locale")).map(Locale::forLanguageTag),
        Optional.ofNullable(row.getString("time_zone")).map(ZoneId::of),
        Optional.ofNullable(row.getObject("deadline", LocalDate.class)),
        row.getInt("skips_used"),
        row.getObject("pseudonym", UUID.class),
        SqlTime.read(row, "created_at"),
        SqlTime.read(row, "updated_at"));
  }

  /// The user with what the tenant says where nothing else was said.
  public User in(TenantSettings settings) {
    return new User(
        id,
        ref,
        state,
        groups,
        locale.orElse(settings.locale()),
        zone.orElse(settings.zone()),
        deadline,
        skipsUsed,
        pseudonym,
        createdAt,
        updatedAt);
  }

  /// The same user with other values.
  public StoredUser with(
      Set<String> newGroups, Optional<Locale> newLocale, Optional<ZoneId> newZone, Instant at) {
    return new StoredUser(
        id, ref, state, newGroups, newLocale, newZone, deadline, skipsUsed, pseudonym, createdAt,
        at);
  }

  /// Whether language, zone and groups are the same.
  public boolean saysTheSameAs(StoredUser other) {
    return groups.equals(other.groups) && locale.equals(other.locale) && zone.equals(other.zone);
  }

  @Override
  public String toString() {
    return "StoredUser[" + id + "]";
  }
}
