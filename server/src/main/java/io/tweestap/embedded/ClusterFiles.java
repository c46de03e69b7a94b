package io.tweestap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which files of PostgreSQL's data a copy needs that is made while it runs. What is left out is
/// made anew at the next start, as the manual has it (section 25.3.4, low-level API).
final class ClusterFiles {
  private static final Set<String> EMPTY_DIRECTORIES =
      Set.of(
          "pg_wal",
          "pg_wal/archive_status",
          "pg_wal/summaries",
          "pg_dynshmem",
          "pg_notify",
          "pg_replslot",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "backup_label",
          "tablespace_map",
          "backup_manifest",
          "current_logfiles");

  /// Says where recovery begins, so it must not be older than anything else.
  static final Path LAST = Path.of("global", "pg_control");

  private final Path root;

  /// @param root PostgreSQL's data directory
  ClusterFiles(Path root) {
    this.root = root;
  }

  /// Directories and files, relative to the root and parents first, without the last one.
  List<Path> list() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(root::relativize)
          .filter(path -> !path.toString().isEmpty() && isNeeded(path) && !path.equals(LAST))
          .sorted()
          .toList();
    }
  }

  private static boolean isNeeded(Path path) {
    String name = path.getFileName().toString();
    if (LEFT_OUT.contains(path.toString())
        || name.startsWith("pgsql_tmp")
        || name.startsWith("pg_internal.init")) {
      return false;
    }
    Path parent = path.getParent();
    return EMPTY_DIRECTORIES.contains(path.toString())
        || parent == null
        || EMPTY_DIRECTORIES.stream().noneMatch(empty -> parent.startsWith(Path.of(empty)));
  }

  /// The pieces of the write-ahead log from the one to the other, both included.
  List<Path> log(String first, String last) throws IOException {
    try (Stream<Path> all = Files.list(root.resolve("pg_wal"))) {
      return all.filter(path -> isBetween(path.getFileName().toString(), first, last))
          .map(root::relativize)
          .sorted()
          .toList();
    }
  }

  private static boolean isBetween(String name, String first, String last) {
    return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
  }
}
