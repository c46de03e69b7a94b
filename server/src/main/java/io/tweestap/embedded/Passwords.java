package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/// The two generated passwords of the embedded database: its superuser's, used only to set up, and
/// the program's own, which may not do more than own its tables.
record Passwords(String superuser, String application) {
  private static final int BYTES = 24;

  /// Draws new ones and keeps them in the file.
  static Passwords create(Path file, SecureRandom random) throws IOException {
    var passwords = new Passwords(draw(random), draw(random));
    PrivateFile.write(
        file, Map.of("superuser", passwords.superuser, "application", passwords.application));
    return passwords;
  }

  /// Reads the ones that the database was made with.
  ///
  /// @throws StartRefused when the file is gone or incomplete
  static Passwords load(Path file) throws IOException {
    Properties kept = Files.exists(file) ? PrivateFile.read(file) : new Properties();
    String superuser = kept.getProperty("superuser");
    String application = kept.getProperty("application");
    if (superuser == null || application == null) {
      throw new StartRefused(
          ExitCode.DATA_DAMAGED,
          ("%s is missing or incomplete, and without it the database cannot be opened: "
                  + "restore it from a backup of the data directory.")
              .formatted(file));
    }
    return new Passwords(superuser, application);
  }

  /// URL-safe Base64: nothing in it needs quoting in SQL or in a properties file.
  private static String draw(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Passwords[2]";
  }
}
