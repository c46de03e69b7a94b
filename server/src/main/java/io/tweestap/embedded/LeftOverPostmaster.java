package io.tweestap.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL that outlived its server, after `kill -9` of the latter, and the `postmaster.pid`
/// file that any sudden end leaves.
///
/// A left-over PostgreSQL is stopped, not adopted: the sessions of the dead server end with their
/// locks, and the new start knows every setting that it runs with. Nothing acknowledged is lost:
/// that was on the disk before it was acknowledged.
final class LeftOverPostmaster {
  /// No system hands out this process id: PostgreSQL sees that its holder is gone, and still runs
  /// its own check on shared memory, which deleting the file would switch off.
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  private final DataDirectory directory;
  private final Programs programs;

  LeftOverPostmaster(DataDirectory directory, Programs programs) {
    this.directory = directory;
    this.programs = programs;
  }

  /// Stops it, or marks the file as stale when its process id now belongs to another program. Call
  /// only while holding the directory's lock.
  void clear() throws IOException {
    Path file = directory.cluster().resolve("postmaster.pid");
    if (Files.notExists(file)) {
      return;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
      // Cut short by a full disk or a power cut; PostgreSQL would refuse to start over it.
      Files.writeString(file, NOBODY + "\n");
      return;
    }
    Optional<ProcessHandle> holder = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    if (holder.isEmpty()) {
      return;
    }
    if (isOurs(holder.get())) {
      new Postmaster(directory, programs).stop();
    } else {
      lines.set(0, NOBODY);
      Files.write(file, lines, StandardCharsets.UTF_8);
    }
  }

  /// A postmaster works in its data directory; where that cannot be seen, its name must do.
  private boolean isOurs(ProcessHandle process) {
    try {
      Path workingDirectory =
          Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"));
      return workingDirectory.equals(directory.cluster().toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      return process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
    }
  }
}
