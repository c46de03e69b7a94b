package io.tweestap.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;

/// Single questions to a database.
final class Queries {
  private Queries() {}

  static String ask(Connection connection, String sql) throws SQLException {
    try (var session =
            DriverManager.getConnection(
                connection.url(), connection.user(), connection.password());
        var statement = session.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var session =
            DriverManager.getConnection(
                connection.url(), connection.user(), connection.password());
        var statement = session.createStatement()) {
      statement.execute(sql);
    }
  }
}
