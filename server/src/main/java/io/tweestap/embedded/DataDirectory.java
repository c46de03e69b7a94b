package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The one directory in which a server on the embedded database keeps everything, and what lies
/// where in it. `docs/operating/start.md` describes the same for people.
///
/// @param root absolute path
record DataDirectory(Path root) {

  DataDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /// Makes it where it is missing, readable for its owner only.
  ///
  /// @throws StartRefused when it cannot be made or belongs to another user
  void prepare() {
    try {
      if (Files.exists(root) && !Files.isDirectory(root)) {
        throw new StartRefused(
            ExitCode.DATA_DIRECTORY_NOT_WRITABLE,
            "%s is a file; give a directory with --data DIR.".formatted(root));
      }
      var ownerOnly = PosixFilePermissions.asFileAttribute(PrivateFile.OWNER_DIRECTORY);
      Files.createDirectories(root);
      if (Files.notExists(postgres())) {
        Files.createDirectory(postgres(), ownerOnly);
      }
      refuseOtherOwner(postgres());
      if (Files.exists(cluster())) {
        refuseOtherOwner(cluster());
      }
    } catch (IOException e) {
      throw DiskTrouble.refusal(root, e);
    }
  }

  private void refuseOtherOwner(Path path) throws IOException {
    long owner = ((Integer) Files.getAttribute(path, "unix:uid")).longValue();
    long self = SystemUser.uid();
    if (owner != self) {
      throw new StartRefused(
          ExitCode.WRONG_OWNER,
          ("%s belongs to user %s (%d) and this server runs as user %d: start it as its "
                  + "owner, or give the directory away with chown -R.")
              .formatted(root, Files.getOwner(path).getName(), owner, self));
    }
  }

  /// Locked by the running server.
  Path lock() {
    return root.resolve("lock");
  }

  /// Says how to reach the database while it runs.
  Path connection() {
    return root.resolve("connection.properties");
  }

  /// All that belongs to PostgreSQL.
  Path postgres() {
    return root.resolve("postgres");
  }

  /// PostgreSQL's own data.
  Path cluster() {
    return postgres().resolve("data");
  }

  /// PostgreSQL's own log.
  Path log() {
    return postgres().resolve("postgres.log");
  }

  /// The generated passwords.
  Path passwords() {
    return postgres().resolve("passwords.properties");
  }
}
