package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that the class path carries, unpacked into a directory named by their
/// version.
final class Binaries {
  private static final int OWNER_EXECUTES = 0100;

  private Binaries() {}

  /// The version carried, such as `18.6.0`.
  static String version() {
    try (InputStream in = Binaries.class.getResourceAsStream("postgres.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new IllegalStateException("postgres.properties cannot be read", e);
    }
  }

  /// The part of the version that decides whether data can be read, such as `18`.
  static String majorVersion() {
    return version().replaceFirst("\\..*", "");
  }

  /// Unpacks them on the first start of a version and drops the ones of other versions. A start
  /// that is killed half-way leaves nothing that a later one would take for complete.
  ///
  /// @return the directory that holds `bin`, `lib` and `share`
  static Path unpackInto(Path parent) throws IOException {
    Path target = parent.resolve("bin-" + version());
    if (Files.isDirectory(target)) {
      return target;
    }
    removeLeftOvers(parent);
    Path draft = Files.createTempDirectory(parent, "bin-new-");
    try (InputStream archive = archive()) {
      unpack(archive, draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Trees.delete(draft);
      throw e;
    }
    return target;
  }

  private static void removeLeftOvers(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      for (Path old : children.filter(Binaries::isUnpacked).toList()) {
        Trees.delete(old);
      }
    }
  }

  private static boolean isUnpacked(Path path) {
    return path.getFileName().toString().startsWith("bin-");
  }

  private static InputStream archive() {
    String system = property("os.name").startsWith("mac") ? "darwin" : "linux";
    String processor = property("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    String name = "/postgres-%s-%s.txz".formatted(system, processor);
    InputStream archive = Binaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new StartRefused(
          ExitCode.PLATFORM_NOT_SUPPORTED,
          ("This build has no PostgreSQL for %s on %s: build it on such a machine, or set "
                  + "TWEESTAP_DATABASE_URL to a PostgreSQL of your own.")
              .formatted(property("os.name"), property("os.arch")));
    }
    return archive;
  }

  private static String property(String name) {
    return System.getProperty(name, "").toLowerCase(Locale.ROOT);
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        write(tar, entry, path);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
