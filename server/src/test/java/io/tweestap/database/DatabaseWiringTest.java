package io.tweestap.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import io.tweestap.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseWiringTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withBean(SecureRandom.class)
          .withInitializer(context ->
              new EmbeddedFlag()
                  .postProcessEnvironment(context.getEnvironment(), new SpringApplication()))
          .withUserConfiguration(DatabaseWiring.class);

  @Test
  void anAddressOpensAPoolOnThatCluster() {
    runner
        .withPropertyValues(
            "tweestap.database.url=" + TestDatabase.fresh().url(), "tweestap.database.pool-size=2")
        .run(context -> {
          assertThat(context).hasNotFailed();
          assertThat(context.getBean(DatabaseMode.class)).isEqualTo(DatabaseMode.CLUSTER);
          var pool = (HikariDataSource) context.getBean(DataSource.class);
          assertThat(pool.getMaximumPoolSize()).isEqualTo(2);
          assertThat(applicationName(pool)).isEqualTo("tweestap");
        });
  }

  @Test
  void anUnreachableClusterIsSaidInOneSentence() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertRefused(
        "postgres://u:secret@127.0.0.1:" + port + "/two",
        ExitCode.DATABASE_UNREACHABLE,
        "cannot be reached");
  }

  @Test
  void aDatabaseThatDoesNotExistIsSaidInOneSentence() {
    String url = TestDatabase.fresh().url().replaceFirst("/test_\\d+", "/nowhere");
    assertRefused(url, ExitCode.DATABASE_REFUSED_LOGIN, "CREATE DATABASE");
  }

  @Test
  void anUnknownSettingFailsTheStart() {
    runner
        .withPropertyValues(
            "tweestap.database.url=" + TestDatabase.fresh().url(), "tweestap.database.poolsize2=3")
        .run(context ->
            assertThat(context)
                .getFailure()
                .hasRootCauseInstanceOf(UnboundConfigurationPropertiesException.class));
  }

  private void assertRefused(String url, ExitCode code, String says) {
    runner
        .withPropertyValues("tweestap.database.url=" + url)
        .run(context -> {
          Throwable cause = context.getStartupFailure();
          while (cause != null && !(cause instanceof StartRefused)) {
            cause = cause.getCause();
          }
          assertThat(cause).isNotNull().hasMessageContaining(says);
          assertThat(cause).hasMessageNotContaining("secret");
          assertThat(((StartRefused) cause).exitCode()).isEqualTo(code);
        });
  }

  private static String applicationName(DataSource pool) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW application_name")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
