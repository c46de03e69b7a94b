package io.tweestap.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the settings to a pool of connections. Whichever node is first runs the migrations; Flyway
/// makes the others wait.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseWiring {
  /// How long a request waits for a free connection before it gives up.
  private static final Duration BORROW = Duration.ofSeconds(10);

  /// False in a command.
  private static final String SERVING = "${tweestap.serving:true}";

  @Bean
  DatabaseMode databaseMode(DatabaseSettings settings) {
    return settings.embedded() ? DatabaseMode.EMBEDDED : DatabaseMode.CLUSTER;
  }

  @Bean
  DataSource dataSource(
      DatabaseAddress address, DatabaseSettings settings, @Value(SERVING) boolean serving) {
    var config = new HikariConfig();
    config.setPoolName("tweestap");
    config.setJdbcUrl(address.jdbcUrl());
    config.setDataSourceProperties(DatabaseDriver.forRequests(address, serving));
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(BORROW.toMillis());
    return new HikariDataSource(config);
  }

  @Bean
  DatabaseWatch databaseWatch(DataSource dataSource) {
    return new DatabaseWatch(JdbcClient.create(dataSource), System::nanoTime);
  }

  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource migrationDataSource(DatabaseAddress address, @Value(SERVING) boolean serving) {
    return DatabaseDriver.withoutPool(address, serving);
  }

  /// The database that this process runs, or that the server beside it runs.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty("tweestap.embedded")
  static class Embedded {

    /// @param serving false in a command, which may use the database of a running server
    @Bean
    LocalDatabase localDatabase(
        @Value("${tweestap.data}") Path data,
        @Value(SERVING) boolean serving,
        SecureRandom random) {
      return serving ? LocalDatabase.run(data, random) : LocalDatabase.join(data, random);
    }

    @Bean
    ReviveDatabase reviveDatabase(LocalDatabase database) {
      return new ReviveDatabase(database::revive);
    }

    @Bean
    DatabaseAddress databaseAddress(LocalDatabase database) {
      return database.address();
    }

    @Bean
    FlywayMigrationStrategy migrations(@Value("${tweestap.data}") Path data) {
      return flyway -> Migrations.run(flyway, "data directory " + data);
    }
  }

  /// The database at the given address.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(value = "tweestap.embedded", havingValue = false)
  static class Cluster {

    /// Checked: it answers and is new enough.
    @Bean
    DatabaseAddress databaseAddress(DatabaseSettings settings, @Value(SERVING) boolean serving) {
      String url = String.valueOf(settings.url());
      var address = DatabaseAddress.of(url.strip(), settings.user(), settings.password());
      ClusterCheck.run(DatabaseDriver.withoutPool(address, serving), address);
      return address;
    }

    @Bean
    FlywayMigrationStrategy migrations(DatabaseAddress address) {
      return flyway -> Migrations.run(flyway, "database at " + address.shown());
    }
  }
}
