package io.tweestap.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/// A fresh, empty database on a real PostgreSQL that all tests of one JVM share.
///
/// The server is fast rather than durable (`fsync` off), seldom looks for what to vacuum (there may
/// be a hundred databases), and its sessions run in a time zone that differs from the JVM's, so
/// that a mix-up of the two shows.
///
/// @param url JDBC address with user and password in it
public record TestDatabase(String url) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /// Creates an empty database.
  public static TestDatabase fresh() {
    return create("CREATE DATABASE %s");
  }

  /// Creates a copy of this database. Nobody may be connected to it meanwhile.
  public TestDatabase copy() {
    String name = url.replaceAll(".*/(\\w+)\\?.*", "$1");
    return create("CREATE DATABASE %s TEMPLATE " + name);
  }

  private static TestDatabase create(String statement) {
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(Server.address("postgres"));
        Statement sql = connection.createStatement()) {
      sql.execute(String.format(statement, name));
    } catch (SQLException e) {
      throw new IllegalStateException("no test database", e);
    }
    return new TestDatabase(Server.address(name));
  }

  /// Started on first use; stops with the JVM, after the servers under test, whose workers would
  /// wait for it until they give up.
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static String address(String database) {
      return POSTGRES.getJdbcUrl("postgres", database);
    }

    private static EmbeddedPostgres start() {
      try {
        Path data = Files.createTempDirectory("test-postgres");
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("timezone", "Asia/Kathmandu")
                .setServerConfig("max_connections", "300")
                .setServerConfig("autovacuum_naptime", "10min")
                .setRegisterShutdownHook(false)
                .start();
        SpringApplication.getShutdownHandlers().add(() -> stop(postgres, data));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException("the test PostgreSQL did not start", e);
      }
    }

    /// A database is a thousand files, and there are some hundred: whoever deletes them need not be
    /// waited for.
    private static void stop(EmbeddedPostgres postgres, Path data) {
      try {
        postgres.close();
        new ProcessBuilder("rm", "-rf", data.toString()).start();
      } catch (IOException e) {
        throw new UncheckedIOException("the test PostgreSQL did not stop", e);
      }
    }
  }
}
