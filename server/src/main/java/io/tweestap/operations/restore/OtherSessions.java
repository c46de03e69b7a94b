package io.tweestap.operations.restore;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks whether anybody else works on the database: each server keeps connections to it, under the
/// role that this command has.
@Component
class OtherSessions {
  private static final String OTHERS =
      """
      SELECT DISTINCT coalesce(nullif(application_name, ''), 'a program without a name')
        || coalesce(' from ' || host(client_addr), '') AS who
      FROM pg_stat_activity
      WHERE datname = current_database()
        AND usename = current_user
        AND pid <> pg_backend_pid()
        AND application_name <> :command
      ORDER BY who
      LIMIT 5
      """;

  private final JdbcClient jdbc;

  OtherSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @throws StartRefused when there is somebody
  void refuse() {
    List<String> others =
        jdbc.sql(OTHERS)
            .param("command", Command.CONNECTED_AS)
            .query((row, _) -> row.getString("who"))
            .list();
    if (!others.isEmpty()) {
      throw new StartRefused(
          ExitCode.DATA_DIRECTORY_IN_USE,
          ("Somebody works on this database (%s): stop every server, close what else is connected,"
                  + " and run this again.")
              .formatted(String.join(", ", others)));
    }
  }
}
