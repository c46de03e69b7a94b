package io.tweestap.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Checks without a server: what the database alone can do.
final class BareChecks {
  /// The check of one code as one conditional statement.
  private static final String ONE =
      """
      UPDATE verification AS checked
      SET checks_used = checked.checks_used + 1,
        (state, finished_at, code_hash, recipient_sealed, details_sealed) = (
          SELECT verdict.state,
            CASE WHEN verdict.state <> 'pending' THEN ? END,
            CASE WHEN verdict.state = 'pending' THEN checked.code_hash END,
            CASE WHEN verdict.state = 'pending' THEN checked.recipient_sealed END,
            CASE WHEN verdict.state = 'pending' THEN checked.details_sealed END
          FROM (
            SELECT CASE
              WHEN checked.details_hash <> ? THEN 'details_changed'
              WHEN checked.code_hash = ? THEN 'approved'
              WHEN checked.checks_used + 1 >= checked.checks_max THEN 'too_many_checks'
              ELSE 'pending'
            END AS state
          ) AS verdict
        )
      WHERE checked.tenant_id = ?
        AND checked.id = ?
        AND checked.state = 'pending'
        AND checked.expires_at > ?
        AND checked.checks_used < checked.checks_max
      RETURNING checked.state, checked.checks_max - checked.checks_used AS checks_left
      """;

  /// The server's own statement for many checks (`CheckRows`).
  private static final String MANY =
      """
      UPDATE verification AS checked
      SET checks_used = checked.checks_used + 1,
        (state, finished_at, code_hash, recipient_sealed, details_sealed) = (
          SELECT verdict.state,
            CASE WHEN verdict.state <> 'pending' THEN ? END,
            CASE WHEN verdict.state = 'pending' THEN checked.code_hash END,
            CASE WHEN verdict.state = 'pending' THEN checked.recipient_sealed END,
            CASE WHEN verdict.state = 'pending' THEN checked.details_sealed END
          FROM (
            SELECT CASE
              WHEN checked.details_hash <> ALL(attempt.details_hashes) THEN 'details_changed'
              WHEN checked.code_hash = ANY(attempt.code_hashes) THEN 'approved'
              WHEN checked.checks_used + 1 >= checked.checks_max THEN 'too_many_checks'
              ELSE 'pending'
            END AS state
          ) AS verdict
        )
      FROM (
        SELECT tenant_id, id, array_agg(code_hash) AS code_hashes,
          array_agg(details_hash) AS details_hashes
        FROM unnest(?, ?, ?, ?)
          AS typed (tenant_id, id, code_hash, details_hash)
        GROUP BY tenant_id, id
      ) AS attempt
      WHERE checked.tenant_id = attempt.tenant_id
        AND checked.id = attempt.id
        AND checked.state = 'pending'
        AND checked.expires_at > ?
        AND checked.checks_used < checked.checks_max
      RETURNING checked.tenant_id, checked.id, checked.state,
        checked.checks_max - checked.checks_used AS checks_left
      """;

  private BareChecks() {}

  static Load.Worker oneByOne(Database database, CheckPool pool) {
    return () -> {
      List<CheckPool.Check> checks = pool.take(1);
      return checks.isEmpty() ? 0 : one(database, checks.getFirst());
    };
  }

  /// @param size how many checks a statement holds
  static Load.Worker batched(Database database, CheckPool pool, int size) {
    return () -> {
      List<CheckPool.Check> checks = pool.take(size);
      return checks.isEmpty() ? 0 : many(database, checks);
    };
  }

  private static int one(Database database, CheckPool.Check check) throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setObject(1, now);
      statement.setBytes(2, check.detailsHash());
      statement.setBytes(3, check.codeHash());
      statement.setObject(4, check.tenant());
      statement.setObject(5, check.id());
      statement.setObject(6, now);
      return approved(statement, "state", 1);
    }
  }

  private static int many(Database database, List<CheckPool.Check> checks) throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(MANY)) {
      statement.setObject(1, now);
      statement.setArray(2, uuids(connection, checks.stream().map(CheckPool.Check::tenant)));
      statement.setArray(3, uuids(connection, checks.stream().map(CheckPool.Check::id)));
      statement.setArray(4, bytes(connection, checks.stream().map(CheckPool.Check::codeHash)));
      statement.setArray(5, bytes(connection, checks.stream().map(CheckPool.Check::detailsHash)));
      statement.setObject(6, now);
      return approved(statement, "state", checks.size());
    }
  }

  private static int approved(PreparedStatement statement, String column, int expected)
      throws SQLException {
    int approved = 0;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        approved += rows.getString(column).equals("approved") ? 1 : 0;
      }
    }
    if (approved != expected) {
      throw new IllegalStateException(approved + " approved instead of " + expected);
    }
    return approved;
  }

  private static Array uuids(Connection connection, java.util.stream.Stream<?> values)
      throws SQLException {
    return connection.createArrayOf("uuid", values.toArray());
  }

  private static Array bytes(Connection connection, java.util.stream.Stream<byte[]> values)
      throws SQLException {
    return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
  }
}
