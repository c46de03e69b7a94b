package io.tweestap.database;

import io.tweestap.operations.Command;
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

  private static final String NAME = "ApplicationName";
  private static final String SERVER = "tweestap";

  private DatabaseDriver() {}

  /// For requests and workers.
  static Properties forRequests(DatabaseAddress address, boolean serving) {
    Properties properties = forMigrations(address, serving);
    properties.setProperty("socketTimeout", String.valueOf(ANSWER.toSeconds()));
    properties.setProperty("reWriteBatchedInserts", "true");
    return properties;
  }

  /// For migrations, which may take long on much data.
  private static Properties forMigrations(DatabaseAddress address, boolean serving) {
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
    properties.setProperty(NAME, serving ? SERVER : Command.CONNECTED_AS);
    // The detail of a violated constraint shows the row, a phone number in it.
    properties.setProperty("logServerErrorDetail", "false");
    return properties;
  }

  /// Opens a connection each time.
  static DataSource withoutPool(DatabaseAddress address, boolean serving) {
    var dataSource = new SimpleDriverDataSource(new Driver(), address.jdbcUrl());
    dataSource.setConnectionProperties(forMigrations(address, serving));
    return dataSource;
  }
}
