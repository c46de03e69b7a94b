package io.tweestap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path place;
  @TempDir Path own;
  private static Path data;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws SQLException {
    data = SharedBinaries.linkInto(place.resolve("data"));
    postgres = EmbeddedPostgres.start(data, new SecureRandom());
    Queries.run(postgres.connection(), "CREATE TABLE entry (id int PRIMARY KEY, text text)");
    Queries.run(
        postgres.connection(),
        "INSERT INTO entry SELECT -n, repeat('x', 500) FROM generate_series(1, 20000) n");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void aCopyTakenUnderWritesHasAllThatWasAcknowledgedBefore() throws Exception {
    var stop = new AtomicBoolean();
    var written = new AtomicInteger();
    Thread writer = Thread.startVirtualThread(() -> writeUntil(stop, written));
    while (written.get() < 50) {
      Thread.sleep(5);
    }
    int before = written.get();
    Path file = own.resolve("backup.tar.gz");
    assertThat(backup(file)).isZero();
    stop.set(true);
    writer.join();

    Path other = SharedBinaries.linkInto(own.resolve("restored"));
    assertThat(restore(file, other)).isZero();
    try (var restored = EmbeddedPostgres.start(other, new SecureRandom())) {
      Connection there = restored.connection();
      int last = number(there, "SELECT max(id) FROM entry");
      assertThat(last).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(written.get() + 1);
      assertThat(number(there, "SELECT count(*) FROM entry WHERE id > 0")).isEqualTo(last);
      assertThat(number(there, "SELECT count(*) FROM entry WHERE id < 0")).isEqualTo(20000);
    }
    assertThat(number(postgres.connection(), "SELECT count(*) FROM pg_replication_slots")).isZero();
  }

  @Test
  void aDatabaseThatNobodyRunsIsCopiedToo() throws Exception {
    Path still = SharedBinaries.linkInto(own.resolve("still"));
    EmbeddedPostgres.start(still, new SecureRandom()).close();
    assertThat(backupOf(still, own)).isZero();

    Path file = own.resolve("tweestap-2026-11-30T120000Z.tar.gz");
    Path other = SharedBinaries.linkInto(own.resolve("other"));
    assertThat(restore(file, other)).isZero();
    try (var restored = EmbeddedPostgres.start(other, new SecureRandom())) {
      assertThat(number(restored.connection(), "SELECT 1")).isEqualTo(1);
    }
  }

  @Test
  void onlyTheOwnerMayReadIt() throws Exception {
    Path file = own.resolve("backup.tar.gz");
    backup(file);
    assertThat(mode(file)).isEqualTo("rw-------");

    Path other = own.resolve("restored");
    restore(file, other);
    try (Stream<Path> all = Files.walk(other.resolve("postgres"))) {
      assertThat(all.map(BackupTest::mode)).containsOnly("rw-------", "rwx------");
    }
  }

  @Test
  void nothingIsEverOverwritten() throws Exception {
    Path file = Files.writeString(own.resolve("backup.tar.gz"), "mine");
    assertThat(backup(file)).isEqualTo(2);
    assertThat(file).hasContent("mine");

    Path good = own.resolve("good.tar.gz");
    backup(good);
    assertRefused(() -> restore(good, data), ExitCode.DATA_DIRECTORY_IN_USE);
    assertThat(number(postgres.connection(), "SELECT 1")).isEqualTo(1);
  }

  @Test
  void whatIsNoWholeBackupIsRefusedAndLeavesNothing() throws Exception {
    Path good = own.resolve("good.tar.gz");
    backup(good);
    byte[] bytes = Files.readAllBytes(good);
    byte[] changed = bytes.clone();
    changed[bytes.length / 2] ^= 0x55;
    List<byte[]> bad =
        List.of(
            Arrays.copyOf(bytes, bytes.length / 2),
            Arrays.copyOf(bytes, bytes.length - 3),
            changed,
            "not a backup".getBytes(StandardCharsets.UTF_8),
            new byte[0]);
    for (byte[] one : bad) {
      Path file = Files.write(own.resolve("bad.tar.gz"), one);
      Path other = own.resolve("restored");
      assertRefused(() -> restore(file, other), ExitCode.DATA_DAMAGED);
      assertThat(other.resolve("postgres/data")).doesNotExist();
      assertThat(other.resolve("postgres/restore-new")).doesNotExist();
    }
  }

  @Test
  void aFullDiskIsSaidAndLeavesNothing() throws Exception {
    Path small = Files.createDirectory(own.resolve("small"));
    try (SmallDisk _ = SmallDisk.mount(small, "size=200k")) {
      assertRefused(() -> backup(small.resolve("backup.tar.gz")), ExitCode.DISK_FULL);
      assertThat(small).isEmptyDirectory();
    }
  }

  @Test
  void aPlaceThatIsNotThereIsSaid() {
    assertRefused(
        () -> backup(own.resolve("nowhere/backup.tar.gz")), ExitCode.DATA_DIRECTORY_NOT_WRITABLE);
    assertRefused(() -> restore(own.resolve("nowhere"), own), ExitCode.USAGE);
    assertRefused(
        () -> new BackupCommand(data, data, false, new SecureRandom(), NOON).run(List.of("x")),
        ExitCode.BAD_CONFIGURATION);
  }

  private static void assertRefused(ThrowingCallable what, ExitCode code) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            StartRefused.class, refused -> assertThat(refused.exitCode()).isEqualTo(code));
  }

  private static int backup(Path file) {
    return backupOf(data, file);
  }

  private static int backupOf(Path data, Path file) {
    return new BackupCommand(data, data, true, new SecureRandom(), NOON)
        .run(List.of(file.toString()));
  }

  private static int restore(Path file, Path data) {
    return new RestoreCommand(data, true).run(List.of(file.toString()));
  }

  private static void writeUntil(AtomicBoolean stop, AtomicInteger written) {
    Connection to = postgres.connection();
    try (var there = DriverManager.getConnection(to.url(), to.user(), to.password());
        Statement sql = there.createStatement()) {
      while (!stop.get()) {
        int next = written.get() + 1;
        sql.executeUpdate("INSERT INTO entry VALUES (" + next + ", repeat('y', 2000))");
        written.set(next);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int number(Connection to, String question) throws SQLException {
    return Integer.parseInt(Queries.ask(to, question));
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
