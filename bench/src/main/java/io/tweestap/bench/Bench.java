package io.tweestap.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Measures a server of its own and prints the tables of docs/reference/performance.md.
public final class Bench {
  private static final int MOST = 64;
  private static final int POOL = 40_000;
  private static final int WARM_STARTS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration CLIENT_WARM_UP = Duration.ofSeconds(8);

  private final Path home;
  private final Path data;
  private final int port;
  private final Duration each;
  private final int rounds;
  private final List<Integer> connections;
  private final PrintStream out = System.out;

  private Bench(
      Path home, Path data, int port, Duration each, int rounds, List<Integer> connections) {
    this.home = home;
    this.data = data;
    this.port = port;
    this.each = each;
    this.rounds = rounds;
    this.connections = connections;
  }

  /// @param args the checkout, an empty directory for data, the port, seconds of each measurement,
  ///   rounds, numbers of connections with commas between, and what to measure: `all`, `checks`,
  ///   `starts`, `logins`, `timing`, `users`, or `messages`, of which `accept` and `submit` are
  ///   parts
  public static void main(String[] args) throws IOException {
    var bench =
        new Bench(
            Path.of(args[0]),
            Path.of(args[1]),
            Integer.parseInt(args[2]),
            Duration.ofSeconds(Long.parseLong(args[3])),
            Integer.parseInt(args[4]),
            Arrays.stream(args[5].split(",", -1)).map(Integer::valueOf).toList());
    switch (args[6]) {
      case "messages", "accept", "submit" ->
          new MessageBench(bench.home, bench.data, bench.port, bench.each, bench.out)
              .run(args[6], bench.rounds);
      default -> bench.run(args[6]);
    }
  }

  private void run(String what) throws IOException {
    ServerProcess first = ServerProcess.start(home, data, port);
    Requests basic = first.firstClient();
    ServerProcess server = what.equals("all") ? startsAndStops(first) : first;
    try (var database = new Database(server.database())) {
      Requests requests = token(server, basic);
      switch (what) {
        case "logins", "timing", "users" ->
            new LoginBench(server, requests, database, each, out).run(what, rounds, connections);
        default -> load(what, server, requests, database);
      }
    } finally {
      server.stop();
    }
  }

  private ServerProcess startsAndStops(ServerProcess first) throws IOException {
    out.println("| start, size, memory | |\n|---|---|");
    row("program", "%.0f MB", size(home.resolve("server/target/run")));
    row("first start, with a new database", "%.1f s", seconds(first.startedIn()));
    row("stop", "%.1f s", seconds(first.stop()));
    List<Duration> warm =
        IntStream.range(0, WARM_STARTS)
            .mapToObj(_ -> {
              ServerProcess again = ServerProcess.start(home, data, port);
              again.stop();
              return again.startedIn();
            })
            .sorted()
            .toList();
    row("start (median of " + WARM_STARTS + ")", "%.1f s", seconds(warm.get(WARM_STARTS / 2)));
    ServerProcess server = ServerProcess.start(home, data, port);
    memory("after the start", server);
    return server;
  }

  static Requests token(ServerProcess server, Requests basic) throws IOException {
    try (var connection = new HttpConnection(server.port())) {
      connection.send(basic.putTestNumber());
      return Requests.bearer(connection.send(basic.token()).text("access_token"));
    }
  }

  private void load(String what, ServerProcess server, Requests requests, Database database) {
    var pool = new CheckPool(database);
    pool.fill(POOL, MOST, server, requests);
    if (!what.equals("starts")) {
      checks(new CheckComparison(database, pool, server, requests, each));
    }
    if (!what.equals("checks")) {
      starts(new StartComparison(database, pool, server, requests, each));
    }
    out.println();
    memory("under load", server);
  }

  private void checks(CheckComparison checks) {
    checks.warmUp(MOST, WARM_UP, CLIENT_WARM_UP);
    out.println();
    out.println(
        "| connections | checks/s API | checks/s bare JDBC | ratio | API p50 ms | p99 ms"
            + " | bare p50 ms | p99 ms | µs per check: server + database + client |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    for (int count : connections) {
      out.println(checks.compare(count, rounds));
    }
    out.printf(
        Locale.ROOT,
        "%nThe batched statement on bare JDBC, 64 checks each from 4 connections: %.0f checks/s%n",
        checks.batched().perSecond());
  }

  private void starts(StartComparison starts) {
    starts.warmUp(MOST, WARM_UP.dividedBy(2));
    out.println();
    out.println(
        "| connections | starts/s API | and delivered | starts/s bare JDBC | ratio"
            + " | API p50 ms | p99 ms | bare p50 ms | p99 ms |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    for (int count : connections) {
      out.println(starts.compare(count, rounds));
    }
  }

  private void memory(String when, ServerProcess server) {
    row("memory of Java " + when, "%.0f MB", Usage.residentMegabytes(server.pid()));
    row("memory of PostgreSQL " + when, "%.0f MB", Usage.familyMegabytes(server.postmaster()));
  }

  private void row(String what, String format, double value) {
    out.printf(Locale.ROOT, "| %s | " + format + " |%n", what, value);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }

  private static double size(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files
              .filter(Files::isRegularFile)
              .sorted(Comparator.naturalOrder())
              .mapToLong(file -> file.toFile().length())
              .sum()
          / 1e6;
    }
  }
}
