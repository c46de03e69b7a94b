package io.tweestap.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Kills a server under load again and again, and looks whether it kept its word: an approval that
/// was acknowledged cannot be had again, and an accepted message arrives at least once.
public final class Crash {
  private static final int WORKERS = 16;
  private static final int ACKNOWLEDGED_MIN = 200;
  private static final int ACKNOWLEDGED_MORE = 600;
  private static final Duration LOAD_AT_MOST = Duration.ofMinutes(1);
  private static final Duration DELIVERY_AT_MOST = Duration.ofMinutes(4);

  private final Path home;
  private final Path data;
  private final int port;
  private final Random random;
  private final PrintStream out = System.out;
  private final Promises promises = new Promises();

  private Crash(Path home, Path data, int port, long seed) {
    this.home = home;
    this.data = data;
    this.port = port;
    this.random = new Random(seed);
  }

  /// Ends with exit code 1 when a promise was broken.
  ///
  /// @param args the checkout, an empty directory for data, the port, rounds, and a seed
  public static void main(String[] args) throws IOException {
    var crash =
        new Crash(
            Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[4]));
    System.exit(crash.run(Integer.parseInt(args[3])) ? 0 : 1);
  }

  private boolean run(int rounds) throws IOException {
    ServerProcess server = ServerProcess.start(home, data, port);
    Requests requests = server.firstClient();
    try (var connection = new HttpConnection(port)) {
      connection.send(requests.putTestNumber());
    }
    out.println(
        "| round | killed with -9 | starts acknowledged | approvals acknowledged"
            + " | in doubt | next start s | approvals had twice |");
    out.println("|---|---|---|---|---|---|---|");
    long twice = 0;
    for (int round = 1; round <= rounds; round++) {
      Victim victim = Victim.of(round);
      Promises made = loadAndKill(server, requests, victim);
      server = ServerProcess.start(home, data, port);
      long again = approvedAgain(requests, made);
      twice += again;
      promises.addAll(made);
      out.printf(
          Locale.ROOT,
          "| %d | %s | %d | %d | %d | %.1f | %d |%n",
          round,
          victim.text(),
          made.sentTo().size(),
          made.approved().size(),
          made.inDoubt().size(),
          server.startedIn().toMillis() / 1e3,
          again);
    }
    boolean kept = verdict(server, requests, twice);
    server.stop();
    return kept;
  }

  private Promises loadAndKill(ServerProcess server, Requests requests, Victim victim) {
    var made = new Promises();
    long postmaster = server.postmaster();
    try (var _ = new CrashLoad(port, requests, made, WORKERS)) {
      awaitLoad(made, ACKNOWLEDGED_MIN + random.nextInt(ACKNOWLEDGED_MORE));
      victim.kill(server, postmaster, Duration.ZERO);
    }
    return made;
  }

  /// Counted by what was done, so that a slow machine kills as deep in the work as a fast one.
  private static void awaitLoad(Promises made, int acknowledged) {
    long until = System.nanoTime() + LOAD_AT_MOST.toNanos();
    while (made.sentTo().size() + made.approved().size() < acknowledged
        && System.nanoTime() < until) {
      Pause.of(Duration.ofMillis(5));
    }
  }

  /// Tries every acknowledged approval once more, and every check in doubt twice.
  ///
  /// @return how many succeeded once too often
  private long approvedAgain(Requests requests, Promises made) throws IOException {
    long tooOften = 0;
    try (var connection = new HttpConnection(port)) {
      for (var id : made.approved()) {
        tooOften += status(connection, requests.check(id, Requests.CODE)) == 200 ? 1 : 0;
      }
      for (var id : made.inDoubt()) {
        status(connection, requests.check(id, Requests.CODE));
        tooOften += status(connection, requests.check(id, Requests.CODE)) == 200 ? 1 : 0;
      }
    }
    return tooOften;
  }

  private static int status(HttpConnection connection, byte[] request) throws IOException {
    int status = connection.send(request).status();
    if (status >= 500 || status == 404) {
      throw new IllegalStateException("answer " + status + " to a check of an acknowledged start");
    }
    return status;
  }

  private boolean verdict(ServerProcess server, Requests requests, long twice) throws IOException {
    awaitDelivery(server);
    List<Received> received = Received.all(port, requests);
    Set<String> reached = received.stream().map(Received::to).collect(Collectors.toSet());
    Map<String, Integer> copies = new HashMap<>();
    received.forEach(message -> copies.merge(message.messageId(), 1, Integer::sum));
    long lost = promises.sentTo().stream().filter(to -> !reached.contains(to)).count();
    long duplicates = copies.values().stream().mapToLong(count -> count - 1L).sum();
    out.printf(
        Locale.ROOT,
        "%n%d starts acknowledged, %d messages lost, %d delivered more than once."
            + "%n%d approvals acknowledged, %d had twice.%n",
        promises.sentTo().size(),
        lost,
        duplicates,
        promises.approved().size(),
        twice);
    return lost == 0 && twice == 0 && !promises.sentTo().isEmpty();
  }

  private static void awaitDelivery(ServerProcess server) {
    long until = System.nanoTime() + DELIVERY_AT_MOST.toNanos();
    try (var database = new Database(server.database())) {
      while (database.number("SELECT count(*) FROM message WHERE state = 'queued'") > 0
          && System.nanoTime() < until) {
        Pause.of(Duration.ofMillis(200));
      }
    }
  }
}
