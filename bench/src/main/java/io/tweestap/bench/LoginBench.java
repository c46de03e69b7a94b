package io.tweestap.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// What is measured of logins: how many there are in a second, how long the server takes to say no,
/// and how long a decision takes among many users.
final class LoginBench {
  private static final int MOST = 64;
  private static final int MEMBERS = 12_000;
  private static final int SAMPLES = 2_000;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration CLIENT_WARM_UP = Duration.ofSeconds(8);

  private final ServerProcess server;
  private final Requests requests;
  private final Database database;
  private final Duration each;
  private final PrintStream out;
  private final Members members;

  LoginBench(
      ServerProcess server, Requests requests, Database database, Duration each, PrintStream out) {
    this.server = server;
    this.requests = requests;
    this.database = database;
    this.each = each;
    this.out = out;
    this.members = new Members(database);
  }

  void run(String what, int rounds, List<Integer> connections) throws IOException {
    members.fill(MEMBERS, MOST, server, requests);
    var logins = new LoginComparison(database, members, server, requests, each);
    logins.warmUp(MOST, WARM_UP, CLIENT_WARM_UP);
    out.println();
    switch (what) {
      case "timing" -> timing();
      case "users" -> users();
      default -> logins(logins, rounds, connections);
    }
  }

  private void logins(LoginComparison logins, int rounds, List<Integer> connections) {
    out.println(
        "| connections | logins/s API | logins/s bare JDBC | ratio | p50 ms | p99 ms"
            + " | µs per login: server + database + client | answers/s | p50 ms | p99 ms"
            + " | µs per answer |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (int count : connections) {
      out.println(logins.compare(count, rounds));
    }
  }

  private void timing() throws IOException {
    out.println("| answer to | p5 ms | p25 | p50 | p75 | p95 | p99 | mean |");
    out.println("|---|---|---|---|---|---|---|---|");
    new Timing(members, server, requests).measure(SAMPLES).forEach(out::println);
  }

  private void users() {
    members.rewind();
    var tenant = Objects.requireNonNull(members.take()).tenant();
    out.println("| users | decisions/s | p50 ms | p95 ms | p99 ms |");
    out.println("|---|---|---|---|---|");
    out.println(new ManyUsers(database, server, requests, tenant, each).compare());
  }
}
