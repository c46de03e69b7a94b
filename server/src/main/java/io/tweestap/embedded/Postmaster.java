package io.tweestap.embedded;

import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/// Starts and stops PostgreSQL on existing data.
final class Postmaster {
  private static final int TRIES = 10;
  private static final long LOG_BYTES_MAX = 10L * 1024 * 1024;

  /// Given on the command line, where neither a file in the data directory nor `ALTER SYSTEM` can
  /// override it. Short errors without statements keep phone numbers out of the log: the detail of
  /// a violated constraint would show the row.
  private static final String SETTINGS =
      """
      -p %d
      -c listen_addresses=127.0.0.1
      -c unix_socket_directories=
      -c fsync=on
      -c synchronous_commit=on
      -c full_page_writes=on
      -c password_encryption=scram-sha-256
      -c log_error_verbosity=terse
      -c log_min_error_statement=panic
      -c log_checkpoints=off
      """;

  private final DataDirectory directory;
  private final Programs programs;
  private int port;

  Postmaster(DataDirectory directory, Programs programs) {
    this.directory = directory;
    this.programs = programs;
  }

  /// Starts it on a free port of the loopback address and waits until it answers, as long as the
  /// recovery after a crash takes. `pg_ctl` gives it a session of its own, so that Ctrl-C in the
  /// terminal reaches the server only, which then stops both in order.
  ///
  /// @return the port
  /// @throws StartRefused when it does not start
  int start() throws IOException {
    rotateLog();
    for (int tried = 1; ; tried++) {
      port = freePort();
      Optional<StartFailure> failure = tryStart();
      if (failure.isEmpty()) {
        return port;
      }
      if (!failure.get().mayPass() || tried == TRIES) {
        throw failure.get().refusal();
      }
    }
  }

  /// Starts it where it was before, once it has ended by itself.
  ///
  /// @throws StartRefused when it does not start
  void startAgain() throws IOException {
    new LeftOverPostmaster(directory, programs).clear();
    Optional<StartFailure> failure = tryStart();
    if (failure.isPresent()) {
      throw failure.get().refusal();
    }
  }

  /// Whether its process is there. One that nobody buried has a number and no program.
  boolean runs() throws IOException {
    Path file = directory.cluster().resolve("postmaster.pid");
    if (Files.notExists(file)) {
      return false;
    }
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,10}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        .filter(process -> process.info().command().isPresent())
        .isPresent();
  }

  /// Why it did not start; empty when it did.
  private Optional<StartFailure> tryStart() throws IOException {
    long logged = Files.exists(directory.log()) ? Files.size(directory.log()) : 0;
    Programs.Result result = pgCtlStart();
    return result.succeeded()
        ? Optional.empty()
        : Optional.of(StartFailure.of(directory, result.output(), logged));
  }

  private Programs.Result pgCtlStart() throws IOException {
    return programs.run(
        Duration.ofMinutes(61),
        "pg_ctl",
        "start",
        "-w",
        "-t",
        "3600",
        "-D",
        directory.cluster().toString(),
        "-l",
        directory.log().toString(),
        "-o",
        SETTINGS.formatted(port).replace('\n', ' '));
  }

  /// Ends all sessions and stops it. When it does not come to an end, it is cut off: its next start
  /// then replays the write-ahead log.
  void stop() throws IOException {
    String cluster = directory.cluster().toString();
    Programs.Result fast =
        programs.run(
            Duration.ofSeconds(70), "pg_ctl", "stop", "-m", "fast", "-t", "60", "-D", cluster);
    if (!fast.succeeded()) {
      programs.run(Duration.ofSeconds(70), "pg_ctl", "stop", "-m", "immediate", "-D", cluster);
    }
  }

  private void rotateLog() throws IOException {
    Path log = directory.log();
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
      Path old = log.resolveSibling("postgres.log.1");
      Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Somebody may take it before PostgreSQL does; then the start is tried again.
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
