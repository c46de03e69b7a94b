package io.tweestap.database;

import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/// How this program wants the PostgreSQL driver to behave. A parameter in the address wins.
final class DatabaseDriver {
  /// To reach the database at all.
  static final Duration CONNECT = Duration.ofSeconds(5);

  /// For one answer. No statement of a request takes this long: the other side is gone.
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private DatabaseDriver() {}

  /// For requests and workers.
  static Properties forRequests(DatabaseAddress address) {
    Properties properties = forMigrations(address);
    properties.setProperty("socketTimeout", String.valueOf(ANSWER.toSeconds()));
    properties.setProperty("reWriteBatchedInserts", "true");
    return properties;
  }

  /// For migrations, which may take long on much data.
  static Properties forMigrations(DatabaseAddress address) {
    var properties = new Properties();
    if (address.user() != null) {
      properties.setProperty("user", address.user());
    }
    if (address.password() != null) {
      properties.setProperty("password", address.password());
    }
    properties.setProperty("connectTimeout", String.valueOf(CONNECT.toSeconds()));
    properties.setProperty("loginTimeout", String.valueOf(2 * CONNECT.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "tweestap");
    // The detail of a violated constraint shows the row, a phone number in it.
    properties.setProperty("logServerErrorDetail", "false");
    return properties;
  }

  /// Opens a connection each time.
  static DataSource withoutPool(DatabaseAddress address) {
    var dataSource = new SimpleDriverDataSource(new Driver(), address.jdbcUrl());
    dataSource.setConnectionProperties(forMigrations(address));
    return dataSource;
  }
}
