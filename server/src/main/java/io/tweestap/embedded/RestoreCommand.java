package io.tweestap.embedded;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// `./tweestap restore`: puts the embedded database out of a backup into an empty data directory.
class RestoreCommand implements Command {
  private static final String NEXT =
      """
      Restored the database of %1$s into %2$s. Now
        1. put the key file of that time, or a later one, at %2$s/keys.json (mode 600)
        2. ./tweestap audit verify --data %2$s
        3. ./tweestap after-restore --data %2$s
        4. start the server
      """;

  private final DataDirectory directory;
  private final boolean embedded;

  RestoreCommand(Path data, boolean embedded) {
    this.directory = new DataDirectory(data);
    this.embedded = embedded;
  }

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String usage() {
    return "restore FILE       put such a copy into a data directory that has no database";
  }

  @Override
  public int run(List<String> args) {
    if (args.size() != 1) {
      System.err.println(usage());
      return ExitCode.USAGE.code();
    }
    BackupCommand.refuseCluster(embedded, "pg_restore");
    Path file = Path.of(args.getFirst()).toAbsolutePath();
    try (var backup = open(file)) {
      refuseOtherVersion(backup.about(), file);
      directory.prepare();
      unpack(backup, file);
      System.out.printf(NEXT, backup.about().taken(), directory.root());
      return ExitCode.OK.code();
    } catch (IOException e) {
      throw DiskTrouble.refusal(directory.root(), e);
    }
  }

  private static BackupReader open(Path file) {
    try {
      return new BackupReader(file);
    } catch (NoSuchFileException e) {
      throw new StartRefused(ExitCode.USAGE, "There is no file %s.".formatted(file), e);
    } catch (DamagedBackup e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.USAGE, "%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }

  private void unpack(BackupReader backup, Path file) throws IOException {
    Optional<DirectoryLock> lock = DirectoryLock.tryAcquire(directory.lock());
    if (lock.isEmpty() || Files.exists(directory.cluster())) {
      lock.ifPresent(RestoreCommand::release);
      throw new StartRefused(
          ExitCode.DATA_DIRECTORY_IN_USE,
          "%s holds a database, which is never overwritten: give another directory with --data DIR."
              .formatted(directory.root()));
    }
    Path draft = directory.postgres().resolve("restore-new");
    try {
      Trees.delete(draft);
      backup.unpackInto(draft);
      Files.move(
          draft.resolve(BackupFile.PASSWORDS),
          directory.passwords(),
          StandardCopyOption.ATOMIC_MOVE);
      Files.move(
          draft.resolve(BackupFile.DATA), directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
    } catch (DamagedBackup e) {
      throw damaged(file, e);
    } finally {
      Trees.delete(draft);
      release(lock.get());
    }
  }

  private static void release(DirectoryLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of the data directory stays", e);
    }
  }

  private static void refuseOtherVersion(BackupFile.About about, Path file) {
    if (!about.majorVersion().equals(Binaries.majorVersion())) {
      throw new StartRefused(
          ExitCode.OTHER_DATABASE_VERSION,
          ("%s was made by PostgreSQL %s and this Tweestap brings %s: restore it with the Tweestap"
                  + " that made it.")
              .formatted(file, about.postgres(), Binaries.version()));
    }
  }

  private static StartRefused damaged(Path file, DamagedBackup why) {
    return new StartRefused(
        ExitCode.DATA_DAMAGED,
        "%s is no whole backup of Tweestap: %s. Nothing was restored; take another."
            .formatted(file, why.getMessage()),
        why);
  }
}
