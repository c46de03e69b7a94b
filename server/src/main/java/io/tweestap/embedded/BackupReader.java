package io.tweestap.embedded;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Reads a backup. Its checksum is compared at the end: whoever unpacks it must not use anything
/// before.
final class BackupReader implements AutoCloseable {
  private static final int ABOUT_MAX = 10_000;
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final InputStream zipped;
  private final TarArchiveInputStream tar;
  private final BackupFile.About about;

  /// @throws DamagedBackup when it is none
  BackupReader(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file));
    try {
      this.zipped = new GZIPInputStream(raw, 64 * 1024);
      this.tar = new TarArchiveInputStream(zipped);
      this.about = readAbout();
    } catch (IOException e) {
      raw.close();
      throw told(e);
    }
  }

  private BackupFile.About readAbout() throws IOException {
    TarArchiveEntry first = tar.getNextEntry();
    if (first == null || !first.getName().equals(BackupFile.ABOUT)) {
      throw new DamagedBackup("it was made by something else");
    }
    var properties = new Properties();
    properties.load(new ByteArrayInputStream(tar.readNBytes(ABOUT_MAX)));
    return BackupFile.About.of(properties);
  }

  /// What it is.
  BackupFile.About about() {
    return about;
  }

  /// Writes everything below the directory, readable for its owner only.
  ///
  /// @throws DamagedBackup when it is not whole
  void unpackInto(Path target) throws IOException {
    try {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        write(entry, target);
        entry = tar.getNextEntry();
      }
      // The checksum stands behind the last entry.
      zipped.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw told(e);
    }
  }

  private void write(TarArchiveEntry entry, Path target) throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target) || !(entry.isFile() || entry.isDirectory())) {
      throw new DamagedBackup("it holds " + entry.getName());
    }
    if (entry.isDirectory()) {
      makeDirectory(path);
      return;
    }
    makeDirectory(Objects.requireNonNull(path.getParent(), "below the target"));
    Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_FILE));
    try (var out = Files.newOutputStream(path)) {
      tar.transferTo(out);
    }
  }

  private static void makeDirectory(Path path) throws IOException {
    Files.createDirectories(
        path, PosixFilePermissions.asFileAttribute(PrivateFile.OWNER_DIRECTORY));
  }

  /// What a broken archive throws says nothing to people; the disk's own trouble does.
  private static IOException told(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    boolean damaged =
        cause instanceof EOFException
            || cause instanceof ZipException
            || message.contains("Truncated TAR")
            || message.contains("Corrupted TAR");
    return damaged ? new DamagedBackup("it is cut off or was changed") : cause;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
