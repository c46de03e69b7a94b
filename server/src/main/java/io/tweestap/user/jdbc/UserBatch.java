package io.tweestap.user.jdbc;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Many users with one statement. Rows are touched in the order of their references, so that two
/// batches wait for each other and never in a circle.
@Repository
public class UserBatch {
  /// Groups hold no space, so a text with spaces between them is a list of lists.
  private static final String INSERT_MISSING =
      """
      INSERT INTO app_user
        (tenant_id, id, ref, state, groups, locale, time_zone, pseudonym, created_at, updated_at)
      SELECT :tenant, id, ref, 'active', string_to_array(groups, ' '), locale, time_zone, pseudonym,
        :now, :now
      FROM unnest(:ids, :refs, :groups, :locales, :zones, :pseudonyms)
        AS fresh (id, ref, groups, locale, time_zone, pseudonym)
      ORDER BY ref
      ON CONFLICT (tenant_id, ref) DO NOTHING
      RETURNING id
      """;

  private static final String LOCK =
      """
      SELECT id, ref, state, groups, locale, time_zone, deadline, skips_used, pseudonym, created_at,
        updated_at
      FROM app_user
      WHERE tenant_id = :tenant
        AND ref = ANY(:refs)
      ORDER BY ref
      FOR UPDATE
      """;

  private static final String UPDATE =
      """
      UPDATE app_user AS old
      SET groups = string_to_array(fresh.groups, ' '), locale = fresh.locale,
        time_zone = fresh.time_zone, updated_at = :now
      FROM unnest(:ids, :groups, :locales, :zones) AS fresh (id, groups, locale, time_zone)
      WHERE old.tenant_id = :tenant
        AND old.id = fresh.id
      """;

  private final JdbcClient jdbc;

  UserBatch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Makes those whose reference does not exist; waits for whoever is making the same one.
  ///
  /// @return the ids of those that were made
  public Set<UUID> insertMissing(TenantId tenant, List<NewUser> users, Instant now) {
    return new HashSet<>(
        jdbc.sql(INSERT_MISSING)
            .param("tenant", tenant.value())
            .param("ids", array("uuid", users, user -> user.id().value()))
            .param("refs", array("text", users, user -> user.ref().value()))
            .param("groups", array("text", users, user -> String.join(" ", user.groups())))
            .param("locales", array("text", users, user -> tag(user.locale())))
            .param("zones", array("text", users, user -> zone(user.zone())))
            .param("pseudonyms", array("uuid", users, NewUser::pseudonym))
            .param("now", SqlTime.of(now))
            .query(UUID.class)
            .list());
  }

  /// Those of the references that exist, their rows held until the transaction ends.
  public Map<UserRef, StoredUser> lock(TenantId tenant, Collection<UserRef> refs) {
    return jdbc
        .sql(LOCK)
        .param("tenant", tenant.value())
        .param("refs", array("text", List.copyOf(refs), UserRef::value))
        .query((row, _) -> StoredUser.read(row))
        .list()
        .stream()
        .collect(Collectors.toMap(StoredUser::ref, Function.identity()));
  }

  /// Writes groups, language and zone of users whose rows are held.
  public void update(TenantId tenant, List<StoredUser> users, Instant now) {
    jdbc.sql(UPDATE)
        .param("tenant", tenant.value())
        .param("ids", array("uuid", users, user -> user.id().value()))
        .param("groups", array("text", users, user -> String.join(" ", user.groups())))
        .param("locales", array("text", users, user -> tag(user.locale())))
        .param("zones", array("text", users, user -> zone(user.zone())))
        .param("now", SqlTime.of(now))
        .update();
  }

  private static @Nullable String tag(Optional<Locale> locale) {
    return locale.map(Locale::toLanguageTag).orElse(null);
  }

  private static @Nullable String zone(Optional<ZoneId> zone) {
    return zone.map(ZoneId::getId).orElse(null);
  }

  /// A column of many rows. The driver takes many bytes only as an array of arrays.
  static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
    Stream<@Nullable Object> values = rows.stream().map(column);
    return type.equals("bytea")
        ? new SqlArrayValue(type, (Object[]) values.toArray(byte[][]::new))
        : new SqlArrayValue(type, values.toArray());
  }
}
