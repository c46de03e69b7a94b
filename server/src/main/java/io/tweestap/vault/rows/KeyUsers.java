package io.tweestap.vault.rows;

import io.tweestap.vault.SealedColumns;
import io.tweestap.vault.keys.KeyRing;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts the rows that use a key. Reads whole tables: for commands, not for requests.
public final class KeyUsers {
  private final JdbcClient sql;
  private final Collection<SealedColumns> rooms;

  public KeyUsers(JdbcClient sql, Collection<SealedColumns> rooms) {
    this.sql = sql;
    this.rooms = rooms;
  }

  /// Rows that need this key, by `table.key_id_column`; columns without any are left out.
  public Map<String, Long> of(int keyId) {
    Map<String, Long> users = new LinkedHashMap<>();
    byte[] prefix = KeyRing.prefixOf(keyId);
    for (SealedColumns room : rooms) {
      for (SealedColumns.Group group : room.sealed()) {
        add(users, group.table(), group.keyId(), count(GroupSql.countUnder(group), keyId, prefix));
      }
      for (SealedColumns.HashKey hash : room.hashed()) {
        long count =
            sql.sql(GroupSql.countUnder(hash)).param("key", keyId).query(Long.class).single();
        add(users, hash.table(), hash.keyId(), count);
      }
    }
    return users;
  }

  /// Sealed rows that are not entirely under this key.
  public long notUnder(int keyId) {
    byte[] prefix = KeyRing.prefixOf(keyId);
    return groups().mapToLong(group -> count(GroupSql.countNotUnder(group), keyId, prefix)).sum();
  }

  /// The key of some row that the ring does not hold; empty when one row of each table was looked
  /// at and all were known.
  public OptionalInt unknownTo(KeyRing ring) {
    Stream<String> statements =
        Stream.concat(
            groups().map(group -> GroupSql.anyKey(group.table(), group.keyId())),
            rooms.stream()
                .flatMap(room -> room.hashed().stream())
                .map(hash -> GroupSql.anyKey(hash.table(), hash.keyId())));
    return statements
        .flatMap(statement -> sql.sql(statement).query(Integer.class).list().stream())
        .mapToInt(Integer::intValue)
        .filter(keyId -> !ring.holds(keyId))
        .findFirst();
  }

  private Stream<SealedColumns.Group> groups() {
    return rooms.stream().flatMap(room -> room.sealed().stream());
  }

  private long count(String statement, int keyId, byte[] prefix) {
    return sql.sql(statement)
        .param("key", keyId)
        .param("prefix", prefix)
        .query(Long.class)
        .single();
  }

  private static void add(Map<String, Long> users, String table, String column, long count) {
    if (count > 0) {
      users.merge(table + "." + column, count, Math::max);
    }
  }
}
