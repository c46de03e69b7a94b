package io.tweestap.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// The server's own database, reached without the server: the same driver and pool, as many
/// connections.
final class Database implements AutoCloseable {
  /// The server's default.
  static final int POOL_SIZE = 10;

  private final HikariDataSource pool;

  Database(Properties address) {
    var config = new HikariConfig();
    config.setJdbcUrl(address.getProperty("url"));
    config.setUsername(address.getProperty("user"));
    config.setPassword(address.getProperty("password"));
    config.setMaximumPoolSize(POOL_SIZE);
    this.pool = new HikariDataSource(config);
  }

  /// A pooled connection that commits by itself.
  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  void execute(String sql) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The number that a query gives.
  long number(String sql) {
    return Long.parseLong(text(sql));
  }

  /// The text that a query gives.
  String text(String sql) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
