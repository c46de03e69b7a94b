package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/// Makes PostgreSQL's data on the first start: in a draft directory that gets its name only when it
/// is complete, so that a start which is killed half-way is simply made again.
final class NewCluster {
  static final String DATABASE = "tweestap";
  static final String ROLE = "tweestap";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /// The role owns its database and may do nothing else. The password is URL-safe Base64, so it
  /// needs no quoting; these two statements take no parameters.
  private static final String SET_UP =
      """
      CREATE ROLE tweestap LOGIN PASSWORD '%s';
      CREATE DATABASE tweestap OWNER tweestap;
      """;

  private final DataDirectory directory;
  private final Programs programs;
  private final SecureRandom random;

  NewCluster(DataDirectory directory, Programs programs, SecureRandom random) {
    this.directory = directory;
    this.programs = programs;
    this.random = random;
  }

  void create() throws IOException {
    Path draft = directory.postgres().resolve("data-new");
    Path superuser = directory.postgres().resolve("superuser");
    Trees.delete(draft);
    try {
      Passwords passwords = Passwords.create(directory.passwords(), random);
      PrivateFile.write(superuser, passwords.superuser());
      initialize(draft, superuser);
      setUp(draft, passwords);
      Files.move(draft, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(superuser);
      Trees.delete(draft);
    }
  }

  /// Sizes are written into `postgresql.conf`, where an operator may change them; whatever
  /// durability and access depend on is given at each start instead (see [Postmaster]).
  private void initialize(Path draft, Path superuserPassword) throws IOException {
    refuseFailure(
        programs.run(
            LIMIT,
            "initdb",
            "--pgdata=" + draft,
            "--username=postgres",
            "--pwfile=" + superuserPassword,
            "--auth-host=scram-sha-256",
            "--auth-local=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            // Unicode rules that ship with PostgreSQL: the order does not change with the system.
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--set=shared_buffers=128MB",
            "--set=max_connections=100",
            "--set=max_wal_size=512MB",
            "--set=io_method=sync",
            "--set=timezone=UTC",
            "--set=log_timezone=UTC"));
  }

  private void setUp(Path draft, Passwords passwords) throws IOException {
    String statements = SET_UP.formatted(passwords.application());
    refuseFailure(
        programs.runWithInput(
            statements, LIMIT, "postgres", "--single", "-D", draft.toString(), "postgres"));
  }

  private void refuseFailure(Programs.Result result) {
    String output = result.output();
    if (result.succeeded() && !output.contains("ERROR:") && !output.contains("FATAL:")) {
      return;
    }
    if (DiskTrouble.saysFull(output)) {
      throw DiskTrouble.full(directory.root());
    }
    if (DiskTrouble.saysNotWritable(output)) {
      throw DiskTrouble.notWritable(directory.root());
    }
    throw new StartRefused(
        ExitCode.EMBEDDED_DATABASE_FAILED,
        "The embedded database could not be made in %s; PostgreSQL says: %s."
            .formatted(directory.postgres(), complaint(output)));
  }

  /// The line that names the cause, else the last one.
  private static String complaint(String output) {
    return output
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).matches(".*(error|fatal|panic).*"))
        .findFirst()
        .orElseGet(() -> output.strip().lines().reduce("", (_, last) -> last))
        .strip();
  }
}
