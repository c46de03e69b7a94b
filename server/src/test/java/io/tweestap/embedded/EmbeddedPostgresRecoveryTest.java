package io.tweestap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One data directory through a hard life; the test that damages it comes last.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgresRecoveryTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  @TempDir static Path data;
  private Path pidFile;

  @BeforeAll
  static void makeADatabaseWithOneRow() throws SQLException {
    try (var postgres = EmbeddedPostgres.start(SharedBinaries.linkInto(data), RANDOM)) {
      Queries.run(postgres.connection(), "CREATE TABLE kept AS SELECT 1 AS number");
    }
  }

  @BeforeEach
  void nothingRuns() {
    pidFile = data.resolve("postgres/data/postmaster.pid");
    assertThat(pidFile).doesNotExist();
    assertThat(data.resolve("connection.properties")).doesNotExist();
    assertThat(EmbeddedPostgres.runningIn(data)).isEmpty();
  }

  @Test
  @Order(1)
  void dataSurviveARestart() throws SQLException {
    assertThat(rowsAfterStart()).isEqualTo("1");
  }

  @Test
  @Order(2)
  void aPidFileWhoseProcessIsGoneDoesNotStopTheStart() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    assertThat(gone.waitFor()).isZero();
    writePidFile(gone.pid());
    assertThat(rowsAfterStart()).isEqualTo("1");
  }

  @Test
  @Order(3)
  void aPidFileWhoseNumberNowBelongsToAnotherProgramDoesNotStopTheStart() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      writePidFile(other.pid());
      assertThat(rowsAfterStart()).isEqualTo("1");
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  @Order(4)
  void anEmptyPidFileDoesNotStopTheStart() throws Exception {
    Files.createFile(pidFile);
    assertThat(rowsAfterStart()).isEqualTo("1");
  }

  @Test
  @Order(5)
  void afterKillNineOfTheServerTheLeftOverDatabaseIsStoppedAndNothingIsLost() throws Exception {
    Process server = java("io.tweestap.embedded.RunUntilKilled", data.toString());
    try (BufferedReader said = server.inputReader()) {
      assertThat(said.readLine()).isEqualTo("acknowledged");
    } finally {
      server.destroyForcibly();
    }
    assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    ProcessHandle leftOver = postmaster().orElseThrow();
    assertThat(leftOver.info().command()).isPresent();
    assertThat(rowsAfterStart()).isEqualTo("2");
    // Where nobody reaps it, it stays a zombie, which has a number and no program.
    assertThat(leftOver.info().command()).isEmpty();
  }

  @Test
  @Order(6)
  void afterKillNineOfTheDatabaseItRecoversWithoutLoss() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data, RANDOM)) {
      Queries.run(postgres.connection(), "INSERT INTO kept VALUES (3)");
      ProcessHandle victim = postmaster().orElseThrow();
      victim.destroyForcibly();
      victim.onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(rowsAfterStart()).isEqualTo("3");
  }

  @Test
  @Order(7)
  void aDatabaseThatEndedUnderItsServerRunsAgainAtTheSamePlace() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data, RANDOM)) {
      assertThat(postgres.revive()).isFalse();
      ProcessHandle victim = postmaster().orElseThrow();
      victim.destroyForcibly();
      victim.onExit().get(10, TimeUnit.SECONDS);
      assertThat(postgres.revive()).isTrue();
      Queries.run(postgres.connection(), "INSERT INTO kept VALUES (4)");
    }
    assertThat(rowsAfterStart()).isEqualTo("4");
  }

  @Test
  @Order(8)
  void anotherMajorVersionIsRefused() throws IOException {
    Path version = data.resolve("postgres/data/PG_VERSION");
    String own = Files.readString(version);
    Files.writeString(version, "17\n");
    assertRefused(ExitCode.OTHER_DATABASE_VERSION, "made by PostgreSQL 17");
    Files.writeString(version, own);
  }

  @Test
  @Order(9)
  void missingPasswordsAreSaid() throws IOException {
    Path file = data.resolve("postgres/passwords.properties");
    Path aside = data.resolve("aside");
    Files.move(file, aside);
    assertRefused(ExitCode.DATA_DAMAGED, "restore it from a backup");
    Files.move(aside, file);
  }

  @Test
  @Order(10)
  void damagedDataAreSaid() throws IOException {
    Path control = data.resolve("postgres/data/global/pg_control");
    byte[] bytes = Files.readAllBytes(control);
    bytes[40] ^= 1;
    Files.write(control, bytes);
    assertRefused(ExitCode.DATA_DAMAGED, "is damaged");
    Files.delete(control);
    Files.deleteIfExists(pidFile);
    assertRefused(ExitCode.DATA_DAMAGED, "is damaged");
  }

  private static void assertRefused(ExitCode code, String says) {
    assertThatThrownBy(() -> EmbeddedPostgres.start(data, RANDOM).close())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(says)
        .extracting(e -> ((StartRefused) e).exitCode())
        .isEqualTo(code);
  }

  private static String rowsAfterStart() throws SQLException {
    try (var postgres = EmbeddedPostgres.start(data, RANDOM)) {
      return Queries.ask(postgres.connection(), "SELECT count(*) FROM kept");
    }
  }

  private void writePidFile(long pid) throws IOException {
    Files.writeString(
        pidFile, pid + "\n" + data.resolve("postgres/data") + "\n1700000000\n5432\n\n127.0.0.1\n");
  }

  private Optional<ProcessHandle> postmaster() throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
  }

  private static Process java(String mainClass, String... arguments) throws IOException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
