package io.tweestap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Places where the database cannot live. Small file systems can be mounted by root only.
class HardPlacesTest {
  private static final int NOBODY = 65534;
  @TempDir Path place;

  @Test
  void aFullDiskIsSaidWhileUnpacking() throws Exception {
    try (var disk = SmallDisk.mount(place, "size=20m")) {
      assertRefused(place, ExitCode.DISK_FULL);
      assertThat(place.resolve("postgres")).isEmptyDirectory();
    }
  }

  @Test
  void aFullDiskIsSaidWhileMakingTheDatabase() throws Exception {
    try (var disk = SmallDisk.mount(place, "size=20m")) {
      SharedBinaries.linkInto(place);
      assertRefused(place, ExitCode.DISK_FULL);
      assertThat(place.resolve("postgres/data")).doesNotExist();
    }
  }

  @Test
  void aDiskThatFilledUpIsSaidAndTheDataAreThereOnceItHasRoom() throws Exception {
    try (var disk = SmallDisk.mount(place, "size=120m")) {
      SharedBinaries.linkInto(place);
      try (var postgres = EmbeddedPostgres.start(place, new SecureRandom())) {
        Queries.run(postgres.connection(), "CREATE TABLE kept AS SELECT 1 AS number");
      }
      Path filler = place.resolve("filler");
      disk.fillWith(filler);
      assertRefused(place, ExitCode.DISK_FULL);
      Files.delete(filler);
      assertThat(countKept()).isEqualTo("1");
    }
  }

  @Test
  void aReadOnlyDiskIsSaid() throws Exception {
    try (var disk = SmallDisk.mount(place, "size=20m,ro")) {
      assertRefused(place, ExitCode.DATA_DIRECTORY_NOT_WRITABLE);
    }
  }

  @Test
  void aReadOnlyDirectoryIsSaid() throws IOException {
    assumeTrue(!SystemUser.isRoot(), "SKIPPED: root may write everywhere");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertRefused(place, ExitCode.DATA_DIRECTORY_NOT_WRITABLE);
  }

  @Test
  void dataOfAnotherUserAreRefused() throws IOException {
    assumeTrue(SystemUser.isRoot(), "SKIPPED: only root can give files away");
    Files.createDirectories(place.resolve("postgres/data"));
    Files.setAttribute(place.resolve("postgres/data"), "unix:uid", NOBODY);
    assertRefused(place, ExitCode.WRONG_OWNER);
  }

  @Test
  void aFileInsteadOfADirectoryIsSaid() throws IOException {
    assertRefused(Files.createFile(place.resolve("file")), ExitCode.DATA_DIRECTORY_NOT_WRITABLE);
  }

  private String countKept() throws SQLException {
    try (var postgres = EmbeddedPostgres.start(place, new SecureRandom())) {
      return Queries.ask(postgres.connection(), "SELECT count(*) FROM kept");
    }
  }

  private static void assertRefused(Path data, ExitCode code) {
    assertThatThrownBy(() -> EmbeddedPostgres.start(data, new SecureRandom()).close())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(data.toString())
        .extracting(e -> ((StartRefused) e).exitCode())
        .isEqualTo(code);
  }
}
