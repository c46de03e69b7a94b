package io.tweestap.embedded;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// `./tweestap backup`: the embedded database in one file, also while a server works on it.
class BackupCommand implements Command {
  private static final long MEGABYTE = 1024 * 1024;

  private final DataDirectory directory;
  private final Path keys;
  private final boolean embedded;
  private final SecureRandom random;
  private final Clock clock;

  /// @param keys the key file, which is not part of the backup
  BackupCommand(Path data, Path keys, boolean embedded, SecureRandom random, Clock clock) {
    this.directory = new DataDirectory(data);
    this.keys = keys.toAbsolutePath().normalize();
    this.embedded = embedded;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String usage() {
    return "backup FILE|DIR    copy the embedded database into a file, also while it is in use";
  }

  @Override
  public int run(List<String> args) {
    if (args.size() != 1) {
      System.err.println(usage());
      return ExitCode.USAGE.code();
    }
    refuseCluster(embedded, "pg_dump and pg_basebackup");
    if (Files.notExists(directory.cluster())) {
      return wrong("There is no database in %s.".formatted(directory.root()));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Path file = target(Path.of(args.getFirst()).toAbsolutePath().normalize(), now);
    if (Files.exists(file)) {
      return wrong("%s exists already, and backups are never overwritten.".formatted(file));
    }
    if (file.startsWith(directory.postgres())) {
      return wrong("Put the backup elsewhere than into the database's own directory.");
    }
    return take(file, now);
  }

  private static Path target(Path given, Instant now) {
    String name = "tweestap-%s.tar.gz".formatted(now.toString().replace(":", ""));
    return Files.isDirectory(given) ? given.resolve(name) : given;
  }

  private int take(Path file, Instant now) {
    try (var archive = new BackupWriter(file)) {
      archive.begin(
          new BackupFile.About(now.toString(), Binaries.version()), directory.passwords());
      copy(archive);
      System.out.printf("%s  %d MB%n", file, archive.finish() / MEGABYTE + 1);
    } catch (FileAlreadyExistsException e) {
      return wrong(
          "%s exists: another backup is being made, or one was cut off; delete it then."
              .formatted(e.getFile()));
    } catch (IOException e) {
      throw refusal(file, e);
    }
    System.out.printf(
        "The keys are not in it, and without them it opens nothing: keep a copy of%n%s%nin another"
            + " place than the backup.%n",
        keys);
    return ExitCode.OK.code();
  }

  private void copy(BackupWriter archive) throws IOException {
    var backup = new OnlineBackup(directory);
    Optional<Connection> running = EmbeddedPostgres.runningIn(directory.root());
    if (running.isPresent()) {
      backup.copy(running.get(), archive);
      return;
    }
    try (EmbeddedPostgres own = EmbeddedPostgres.start(directory.root(), random)) {
      backup.copy(own.connection(), archive);
    }
  }

  private static StartRefused refusal(Path file, IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    if (DiskTrouble.saysFull(reason)) {
      return new StartRefused(
          ExitCode.DISK_FULL,
          "The disk is full: %s was not made; free some space or give another place."
              .formatted(file),
          cause);
    }
    return new StartRefused(
        ExitCode.DATA_DIRECTORY_NOT_WRITABLE,
        "%s cannot be written (%s): give a directory that this user may write to."
            .formatted(
                file, cause instanceof NoSuchFileException ? "there is no such directory" : reason),
        cause);
  }

  /// @throws StartRefused on a PostgreSQL that is not embedded
  static void refuseCluster(boolean embedded, String instead) {
    if (!embedded) {
      throw new StartRefused(
          ExitCode.BAD_CONFIGURATION,
          ("TWEESTAP_DATABASE_URL is set, and this command is for the embedded database: use %s,"
                  + " as docs/operating/backup.md says.")
              .formatted(instead));
    }
  }

  private static int wrong(String advice) {
    System.err.println(advice);
    return ExitCode.USAGE.code();
  }
}
