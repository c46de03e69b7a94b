package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A copy of the running embedded database, by PostgreSQL's low-level API: between its two calls
/// files are copied as they come, and the write-ahead log of that time makes them one state. The
/// programs that come along have no `pg_basebackup` and no `pg_dump`.
final class OnlineBackup {
  private static final String SUPERUSER = "postgres";

  /// Keeps the log that the copy needs, until this session ends.
  private static final String HOLD_LOG =
      """
      SELECT pg_create_physical_replication_slot('tweestap_backup_' || pg_backend_pid(), true, true)
      """;

  private static final String BEGIN = "SELECT pg_walfile_name(pg_backup_start('tweestap', true))";

  /// Nobody archives, so nothing is waited for.
  private static final String END =
      "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)";

  private final DataDirectory directory;
  private final ClusterFiles files;

  OnlineBackup(DataDirectory directory) {
    this.directory = directory;
    this.files = new ClusterFiles(directory.cluster());
  }

  /// Copies it all into the archive.
  ///
  /// @param running how to reach it
  /// @throws StartRefused when the database does not have it
  void copy(Connection running, BackupWriter archive) throws IOException {
    String password = Passwords.load(directory.passwords()).superuser();
    try (var session = DriverManager.getConnection(running.url(), SUPERUSER, password);
        Statement sql = session.createStatement()) {
      sql.execute(HOLD_LOG);
      String first = text(sql, BEGIN, 1);
      for (Path file : files.list()) {
        archive.add(directory.cluster(), file);
      }
      archive.addSettled(directory.cluster(), ClusterFiles.LAST);
      finish(sql, first, archive);
    } catch (SQLException e) {
      throw new StartRefused(
          ExitCode.EMBEDDED_DATABASE_FAILED,
          "The backup was not taken: the database answered %s (SQL state %s); %s may say why."
              .formatted(e.getMessage(), e.getSQLState(), directory.log()),
          e);
    }
  }

  private void finish(Statement sql, String first, BackupWriter archive)
      throws IOException, SQLException {
    String label;
    String last;
    try (ResultSet answer = sql.executeQuery(END)) {
      answer.next();
      label = answer.getString(1);
      last = answer.getString(2);
    }
    for (Path piece : files.log(first, last)) {
      archive.add(directory.cluster(), piece);
    }
    archive.add("backup_label", label);
  }

  private static String text(Statement sql, String question, int column) throws SQLException {
    try (ResultSet answer = sql.executeQuery(question)) {
      answer.next();
      return answer.getString(column);
    }
  }
}
