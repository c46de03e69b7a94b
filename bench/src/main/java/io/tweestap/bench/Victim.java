package io.tweestap.bench;

import java.time.Duration;

/// Who is killed with -9 in a round.
enum Victim {
  SERVER("server"),
  SERVER_THEN_DATABASE("server, then database"),
  DATABASE_THEN_SERVER("database, then server");

  private final String text;

  Victim(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /// The rounds take turns.
  ///
  /// @param round from 1
  static Victim of(int round) {
    return values()[(round - 1) % values().length];
  }

  /// @param postmaster the database of this server
  /// @param between how long a server lives on without its database
  void kill(ServerProcess server, long postmaster, Duration between) {
    switch (this) {
      case SERVER -> server.kill();
      case SERVER_THEN_DATABASE -> {
        server.kill();
        ServerProcess.signal("-KILL", postmaster);
      }
      case DATABASE_THEN_SERVER -> {
        ServerProcess.signal("-KILL", postmaster);
        Pause.of(between);
        server.kill();
      }
    }
  }
}
