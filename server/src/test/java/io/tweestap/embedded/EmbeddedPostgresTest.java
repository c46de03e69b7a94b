package io.tweestap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTest {
  @TempDir static Path data;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(SharedBinaries.linkInto(data), new SecureRandom());
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256",
    "server_encoding, UTF8",
    "log_error_verbosity, terse"
  })
  void theRunningServerSaysSo(String setting, String value) throws SQLException {
    assertThat(ask("SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void everyWayInAsksForTheScramPassword() throws IOException {
    List<String> rules =
        Files.readAllLines(data.resolve("postgres/data/pg_hba.conf")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertThat(rules).isNotEmpty().allMatch(rule -> rule.endsWith(" scram-sha-256"));
  }

  @Test
  void aWrongPasswordIsRefused() {
    for (String user : List.of("tweestap", "postgres")) {
      for (String password : List.of("", "wrong", user)) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(postgres.connection().url(), user, password))
            .isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getSQLState())
            .isIn("28P01", "08004");
      }
    }
  }

  @Test
  void theProgramsRoleOwnsItsDatabaseAndNothingMore() throws SQLException {
    assertThat(
            ask(
                "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles"
                    + " WHERE rolname = current_user"))
        .isEqualTo("f");
    assertThatThrownBy(() -> ask("SELECT pg_read_file('/etc/hostname')"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void itHasNoUnixSocket() throws IOException {
    String directory = Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(4);
    assertThat(directory).isBlank();
  }

  @Test
  void itAnswersOnTheLoopbackAddressOnly() throws SocketException {
    int port = URI.create(postgres.connection().url().substring("jdbc:".length())).getPort();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThatThrownBy(
              () -> {
                try (var socket = new Socket()) {
                  socket.connect(new InetSocketAddress(other, port), 500);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void secretsAreReadableForTheirOwnerOnly() throws IOException {
    for (String file : List.of("connection.properties", "postgres/passwords.properties")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
          .isEqualTo("rw-------");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("postgres/data"))))
        .isEqualTo("rwx------");
    assertThat(data.resolve("postgres/superuser")).doesNotExist();
    assertThat(Files.readString(data.resolve("postgres/postgres.log")))
        .doesNotContain(postgres.connection().password());
  }

  @Test
  void aSecondServerOnTheSameDirectoryIsRefused() {
    assertThatThrownBy(() -> EmbeddedPostgres.start(data, new SecureRandom()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("Another Tweestap server")
        .extracting(e -> ((StartRefused) e).exitCode())
        .isEqualTo(ExitCode.DATA_DIRECTORY_IN_USE);
  }

  @Test
  void anotherProcessFindsTheRunningDatabase() throws SQLException {
    Optional<Connection> found = EmbeddedPostgres.runningIn(data);
    assertThat(found).contains(postgres.connection());
    assertThat(found.toString()).doesNotContain(postgres.connection().password());
  }

  private static String ask(String sql) throws SQLException {
    return Queries.ask(postgres.connection(), sql);
  }
}
