package io.tweestap.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file system in memory, mounted over a directory.
record SmallDisk(Path place) implements AutoCloseable {
  private static final int BLOCK_BYTES = 4096;

  static SmallDisk mount(Path place, String options) throws Exception {
    assumeTrue(SystemUser.isRoot(), "SKIPPED: only root can mount a small disk");
    int status = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString());
    assumeTrue(status == 0, "SKIPPED: this machine does not let root mount");
    return new SmallDisk(place);
  }

  void fillWith(Path file) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (!DiskTrouble.saysFull(String.valueOf(full.getMessage()))) {
        throw full;
      }
    }
  }

  @Override
  public void close() throws Exception {
    run("umount", place.toString());
  }

  private static int run(String... words) throws Exception {
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }
}
