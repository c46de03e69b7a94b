package io.tweestap.functional;

import io.tweestap.database.MigratedDatabase;
import io.tweestap.page.look.Screenshots;
import io.tweestap.testkit.TestDatabase;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.springframework.test.context.DynamicPropertyRegistry;

/// What a server under test is given: an empty database, its tables made, and keys of its own.
final class TestServer {
  private TestServer() {}

  static void settings(DynamicPropertyRegistry settings) {
    Screenshots.wanted();
    TestDatabase database = MigratedDatabase.fresh();
    settings.add("spring.datasource.url", database::url);
    settings.add("tweestap.database.url", database::url);
    Path keys = keys();
    settings.add("tweestap.vault.keyset", () -> keys);
  }

  private static Path keys() {
    try {
      Path directory = Files.createTempDirectory("keys");
      directory.toFile().deleteOnExit();
      Path file = directory.resolve("keys.json");
      new KeyFile(file, KeyEncryption.of(null))
          .readOrCreate(() -> KeySets.fresh(new SecureRandom(), Instant.EPOCH));
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
