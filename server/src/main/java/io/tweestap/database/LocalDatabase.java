package io.tweestap.database;

import io.tweestap.embedded.Connection;
import io.tweestap.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/// The embedded database as this process sees it: it runs it itself, or it is a command that uses
/// the one which the server runs.
///
/// @param running empty when another process runs it
record LocalDatabase(Connection connection, Optional<EmbeddedPostgres> running)
    implements AutoCloseable {

  /// Runs it.
  static LocalDatabase run(Path data, SecureRandom random) {
    var postgres = EmbeddedPostgres.start(data, random);
    return new LocalDatabase(postgres.connection(), Optional.of(postgres));
  }

  /// Uses the running one, else runs it for as long as the command takes.
  static LocalDatabase join(Path data, SecureRandom random) {
    return EmbeddedPostgres.runningIn(data)
        .map(connection -> new LocalDatabase(connection, Optional.empty()))
        .orElseGet(() -> run(data, random));
  }

  DatabaseAddress address() {
    return new DatabaseAddress(connection.url(), connection.user(), connection.password());
  }

  /// Has it run again if this process runs it and it ended by itself.
  ///
  /// @return whether it had ended
  boolean revive() {
    return running.map(EmbeddedPostgres::revive).orElse(false);
  }

  /// Stops what this process started. Spring calls it after everything that uses the database.
  @Override
  public void close() {
    running.ifPresent(EmbeddedPostgres::close);
  }
}
