package io.tweestap.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Moments to and from `timestamptz` without a detour through any time zone: what the driver does
/// with `java.sql.Timestamp` depends on the zones of the JVM and of the session.
public final class SqlTime {
  private SqlTime() {}

  /// A moment as a parameter.
  public static OffsetDateTime of(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  /// A column that is never null.
  public static Instant read(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// A column that may be null.
  public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
