package io.tweestap.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/// A fresh, empty database on a real PostgreSQL that all tests of one JVM share.
///
/// The server is fast rather than durable (`fsync` off), and its sessions run in a time zone that
/// differs from the JVM's, so that a mix-up of the two shows.
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
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("timezone", "Asia/Kathmandu")
                .setServerConfig("max_connections", "300")
                .setRegisterShutdownHook(false)
                .start();
        SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException("the test PostgreSQL did not start", e);
      }
    }

    private static void stop(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the test PostgreSQL did not stop", e);
      }
    }
  }
}
