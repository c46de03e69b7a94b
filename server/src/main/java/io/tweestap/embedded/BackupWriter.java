package io.tweestap.embedded;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/// Writes a backup beside its name, readable for its owner only; it gets the name when all of it is
/// on the disk. Closed before that, it leaves nothing.
final class BackupWriter implements AutoCloseable {
  private static final int OWNER_FILE = 0600;
  private static final int OWNER_DIRECTORY = 0700;
  private static final int BUFFER = 128 * 1024;

  private final Path target;
  private final Path draft;
  private final FileChannel channel;
  private final TarArchiveOutputStream tar;
  private final byte[] buffer = new byte[BUFFER];

  /// @throws java.nio.file.FileAlreadyExistsException when another one is being made under this
  ///   name
  BackupWriter(Path target) throws IOException {
    this.target = target;
    this.draft = target.resolveSibling(target.getFileName() + ".part");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    this.channel =
        FileChannel.open(
            draft, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), mode);
    var fast = new GzipParameters();
    fast.setCompressionLevel(Deflater.BEST_SPEED);
    OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    this.tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(file, fast));
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  /// The entry that says what this is, and the passwords.
  void begin(BackupFile.About about, Path passwords) throws IOException {
    addEntry(BackupFile.ABOUT, about.text().getBytes(StandardCharsets.UTF_8));
    addEntry(BackupFile.PASSWORDS, Files.readAllBytes(passwords));
  }

  /// Adds a file of PostgreSQL's data, or a directory. One that is gone meanwhile is not needed,
  /// and what grows or shrinks while it is read is set right by the log.
  void add(Path root, Path relative) throws IOException {
    Path path = root.resolve(relative);
    if (Files.isDirectory(path)) {
      var entry = new TarArchiveEntry(BackupFile.DATA + "/" + relative + "/");
      entry.setMode(OWNER_DIRECTORY);
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
      return;
    }
    try (InputStream in = Files.newInputStream(path)) {
      long size = Files.size(path);
      put(BackupFile.DATA + "/" + relative, size);
      copy(in, size);
      tar.closeArchiveEntry();
    } catch (NoSuchFileException _) {
      // Dropped since the files were listed.
    }
  }

  /// Adds a small file that the database may be writing at this moment: as it was read twice.
  void addSettled(Path root, Path relative) throws IOException {
    byte[] before = Files.readAllBytes(root.resolve(relative));
    byte[] now = Files.readAllBytes(root.resolve(relative));
    while (!Arrays.equals(before, now)) {
      before = now;
      now = Files.readAllBytes(root.resolve(relative));
    }
    addEntry(BackupFile.DATA + "/" + relative, now);
  }

  /// Adds a file of PostgreSQL's data that stands in no directory yet.
  void add(String name, String text) throws IOException {
    addEntry(BackupFile.DATA + "/" + name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void addEntry(String name, byte[] content) throws IOException {
    put(name, content.length);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private void put(String name, long size) throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setMode(OWNER_FILE);
    entry.setSize(size);
    tar.putArchiveEntry(entry);
  }

  private void copy(InputStream in, long size) throws IOException {
    long left = size;
    while (left > 0) {
      int most = (int) Math.min(left, buffer.length);
      int read = in.readNBytes(buffer, 0, most);
      Arrays.fill(buffer, read, most, (byte) 0);
      tar.write(buffer, 0, most);
      left -= most;
    }
  }

  /// It is complete.
  ///
  /// @return its size in bytes
  long finish() throws IOException {
    tar.close();
    try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(draft, target);
    return Files.size(target);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(draft);
  }
}
