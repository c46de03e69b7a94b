package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The embedded database while this process runs it. Closing stops it.
public final class EmbeddedPostgres implements AutoCloseable {
  private final DataDirectory directory;
  private final DirectoryLock lock;
  private final Postmaster postmaster;
  private final Connection connection;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private boolean closed;

  private EmbeddedPostgres(
      DataDirectory directory, DirectoryLock lock, Postmaster postmaster, Connection connection) {
    this.directory = directory;
    this.lock = lock;
    this.postmaster = postmaster;
    this.connection = connection;
  }

  /// Starts the database of a data directory, making both on the first start and clearing up after
  /// a server that was killed.
  ///
  /// @throws StartRefused when another process runs it, or when it cannot run
  public static EmbeddedPostgres start(Path data, SecureRandom random) {
    var directory = new DataDirectory(data);
    directory.prepare();
    DirectoryLock lock = acquire(directory);
    boolean started = false;
    try {
      var programs = Programs.in(Binaries.unpackInto(directory.postgres()));
      Passwords passwords = openCluster(directory, programs, random);
      var postmaster = new Postmaster(directory, programs);
      int port = postmaster.start();
      var connection = Connection.toLoopback(port, passwords.application());
      var running = new EmbeddedPostgres(directory, lock, postmaster, connection);
      running.announce();
      started = true;
      return running;
    } catch (IOException e) {
      throw DiskTrouble.refusal(directory.root(), e);
    } finally {
      if (!started) {
        release(lock);
      }
    }
  }

  /// How to reach the database of this directory if another process runs it right now.
  public static Optional<Connection> runningIn(Path data) {
    var directory = new DataDirectory(data);
    try {
      return Files.exists(directory.lock()) && isLocked(directory)
          ? Connection.load(directory.connection())
          : Optional.empty();
    } catch (IOException e) {
      throw DiskTrouble.refusal(directory.root(), e);
    }
  }

  private static boolean isLocked(DataDirectory directory) throws IOException {
    Optional<DirectoryLock> free = DirectoryLock.tryAcquire(directory.lock());
    if (free.isPresent()) {
      free.get().close();
    }
    return free.isEmpty();
  }

  private static DirectoryLock acquire(DataDirectory directory) {
    try {
      return DirectoryLock.tryAcquire(directory.lock())
          .orElseThrow(() ->
              new StartRefused(
                  ExitCode.DATA_DIRECTORY_IN_USE,
                  ("Another Tweestap server works on the data directory %s: stop it, or "
                          + "give this one its own with --data DIR.")
                      .formatted(directory.root())));
    } catch (IOException e) {
      throw DiskTrouble.refusal(directory.root(), e);
    }
  }

  private static Passwords openCluster(
      DataDirectory directory, Programs programs, SecureRandom random) throws IOException {
    if (Files.notExists(directory.cluster())) {
      new NewCluster(directory, programs, random).create();
    }
    refuseOtherVersion(directory);
    new LeftOverPostmaster(directory, programs).clear();
    return Passwords.load(directory.passwords());
  }

  private static void refuseOtherVersion(DataDirectory directory) throws IOException {
    Path file = directory.cluster().resolve("PG_VERSION");
    if (Files.notExists(file)) {
      throw StartFailure.damaged(directory, "PG_VERSION is missing");
    }
    String found = Files.readString(file).strip();
    if (!found.equals(Binaries.majorVersion())) {
      throw StartFailure.otherVersion(directory, found);
    }
  }

  private void announce() throws IOException {
    try {
      connection.save(directory.connection());
    } catch (IOException e) {
      postmaster.stop();
      throw e;
    }
  }

  /// How to reach it.
  public Connection connection() {
    return connection;
  }

  /// Starts it again, where it was, if it ended by itself, as it does when its disk is full.
  ///
  /// @return whether it had ended
  /// @throws StartRefused when it cannot start yet
  public boolean revive() {
    oneAtATime.lock();
    try {
      if (closed || postmaster.runs()) {
        return false;
      }
      postmaster.startAgain();
      return true;
    } catch (IOException e) {
      throw DiskTrouble.refusal(directory.root(), e);
    } finally {
      oneAtATime.unlock();
    }
  }

  /// Ends all its sessions and stops it. Close whatever uses it first.
  @Override
  public void close() {
    oneAtATime.lock();
    try {
      closed = true;
      Files.deleteIfExists(directory.connection());
      postmaster.stop();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded database did not stop", e);
    } finally {
      oneAtATime.unlock();
      release(lock);
    }
  }

  private static void release(DirectoryLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of the data directory stays", e);
    }
  }
}
