package io.tweestap.vault.keys;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The file that holds the keys. Only its owner may read it; every change replaces it whole, so
/// that a reader, or a node after a power cut, finds the old keys or the new ones and never half a
/// file.
public final class KeyFile {
  private static final long MAX_BYTES = 1024 * 1024;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final KeyFileFormat format;

  public KeyFile(Path path, KeyEncryption encryption) {
    this.path = path.toAbsolutePath().normalize();
    this.format = new KeyFileFormat(encryption);
  }

  public Path path() {
    return path;
  }

  public boolean exists() {
    return Files.exists(path);
  }

  /// Reads the keys.
  ///
  /// @throws StartRefused when the file is missing, open to others, or not a key file of ours
  public KeySets read() {
    try {
      refuseWideMode();
      if (Files.size(path) > MAX_BYTES) {
        throw failure("is too large to be a key file");
      }
      return format.parse(Files.readString(path));
    } catch (IOException e) {
      throw failure("cannot be read: " + Sentences.why(e));
    } catch (KeyFileFormat.Malformed e) {
      throw failure(String.valueOf(e.getMessage()));
    }
  }

  /// Writes a first set of keys; an existing file stays as it is and is refused.
  public void create(KeySets sets) {
    locked(() -> {
      if (exists()) {
        throw failure("exists already, and keys are never overwritten");
      }
      replace(sets);
      return sets;
    });
  }

  /// The file's keys, or, when there is no file, new ones written to it.
  public KeySets readOrCreate(Supplier<KeySets> fresh) {
    if (exists()) {
      return read();
    }
    return locked(() -> {
      if (exists()) {
        return read();
      }
      KeySets sets = fresh.get();
      replace(sets);
      return sets;
    });
  }

  /// Reads, changes and replaces the keys while no other program on this machine does.
  public KeySets change(UnaryOperator<KeySets> change) {
    return locked(() -> {
      KeySets changed = change.apply(read());
      replace(changed);
      return changed;
    });
  }

  /// What the file looks like from outside; differs after every change of it.
  Stamp stamp() throws IOException {
    BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
    return new Stamp(
        seen.lastModifiedTime().toInstant().toString(),
        seen.size(),
        String.valueOf(seen.fileKey()));
  }

  /// @param identity the inode, so that two changes within the clock's resolution differ too
  record Stamp(String modified, long size, String identity) {}

  @Override
  public String toString() {
    return path.toString();
  }

  private void replace(KeySets sets) {
    var bytes = ByteBuffer.wrap(format.write(sets));
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      createOwnerOnly(fresh);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      forceDirectory();
    } catch (IOException e) {
      throw failure("cannot be written: " + Sentences.why(e));
    }
  }

  /// Takes a lock file of its own, because the key file itself is replaced.
  private KeySets locked(Supplier<KeySets> work) {
    Path lock = path.resolveSibling(path.getFileName() + ".lock");
    try {
      if (!Files.exists(lock)) {
        createOwnerOnly(lock);
      }
    } catch (FileAlreadyExistsException e) {
      // Somebody else made it this moment; it is the same lock.
    } catch (IOException e) {
      throw failure("cannot be written: " + Sentences.why(e));
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held == null) {
        throw busy();
      }
      return work.get();
    } catch (OverlappingFileLockException e) {
      throw busy();
    } catch (IOException e) {
      throw failure("cannot be locked: " + Sentences.why(e));
    }
  }

  private void refuseWideMode() throws IOException {
    if (!posix()) {
      return;
    }
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
    Set<PosixFilePermission> wider = new HashSet<>(mode);
    wider.removeAll(OWNER_ONLY);
    wider.remove(PosixFilePermission.OWNER_EXECUTE);
    if (!wider.isEmpty()) {
      throw failure(
          "can be used by others (its mode is "
              + PosixFilePermissions.toString(mode)
              + "); run: chmod 600 "
              + path);
    }
  }

  private void createOwnerOnly(Path file) throws IOException {
    if (posix()) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createFile(file);
    }
  }

  private boolean posix() throws IOException {
    Path directory = path.getParent();
    if (directory == null || !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
    return Files.getFileStore(directory).supportsFileAttributeView("posix");
  }

  /// The rename itself is on disk only when the directory is.
  private void forceDirectory() throws IOException {
    Path directory = path.getParent();
    if (directory != null && posix()) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private StartRefused busy() {
    return failure("is being changed by another command; try again when that one has ended");
  }

  private StartRefused failure(String what) {
    return new StartRefused(ExitCode.KEYS_MISSING, "The key file " + path + " " + what + ".");
  }
}
