package io.tweestap.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// PostgreSQL's programs, unpacked once for all tests of this build, to save two seconds in each.
final class SharedBinaries {
  private static final Path PARENT = Path.of("target", "postgres").toAbsolutePath();

  private SharedBinaries() {}

  /// Another JVM that tests at the same time waits.
  private static synchronized Path unpackOnce() throws IOException {
    Path lock = PARENT.resolveSibling("postgres.lock");
    try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE)) {
      channel.lock();
      return Binaries.unpackInto(PARENT);
    }
  }

  /// Links them into a data directory, as if its first start had unpacked them.
  static Path linkInto(Path data) {
    try {
      Files.createDirectories(PARENT);
      Files.createDirectories(data.resolve("postgres"));
      Path unpacked = unpackOnce();
      Files.createSymbolicLink(data.resolve("postgres").resolve(unpacked.getFileName()), unpacked);
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
