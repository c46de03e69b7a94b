package io.tweestap.embedded;

import java.util.Properties;

/// What lies where in a backup: a compressed tar archive that says first what it is.
final class BackupFile {
  /// The first entry.
  static final String ABOUT = "backup.properties";

  /// The generated passwords, which open this database and nothing else.
  static final String PASSWORDS = "passwords.properties";

  /// PostgreSQL's data.
  static final String DATA = "data";

  private static final String FORMAT = "tweestap-backup-1";

  private BackupFile() {}

  /// What the first entry says.
  ///
  /// @param taken when, in UTC
  /// @param postgres the version of PostgreSQL, such as `18.6.0`
  record About(String taken, String postgres) {
    String text() {
      return "format=%s%ntaken=%s%npostgres=%s%n".formatted(FORMAT, taken, postgres);
    }

    /// @throws DamagedBackup when it is that of something else
    static About of(Properties read) throws DamagedBackup {
      String taken = read.getProperty("taken");
      String postgres = read.getProperty("postgres");
      if (!FORMAT.equals(read.getProperty("format")) || taken == null || postgres == null) {
        throw new DamagedBackup("it was made by something else, or by a newer Tweestap");
      }
      return new About(taken, postgres);
    }

    String majorVersion() {
      return postgres.replaceFirst("\\..*", "");
    }
  }
}
