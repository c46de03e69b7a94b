package io.tweestap.bench;

import io.tweestap.bench.UnreliableSmsc.Trouble;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Kills a server, in two rounds of three its database too, again and again while it hands messages
/// to an SMSC that makes trouble, and looks whether it kept its word: every accepted message is
/// submitted, once unless an answer was open, and then its record says so.
public final class SmscCrash {
  private static final int WORKERS = 16;
  private static final int WINDOW = 50;
  private static final int RATE = 10_000;
  private static final int ACCEPTED_MIN = 300;
  private static final int ACCEPTED_MORE = 900;
  private static final int WITHOUT_DATABASE_MILLIS = 3_000;
  private static final Duration LOAD_AT_MOST = Duration.ofMinutes(1);
  private static final Duration DELIVERY_AT_MOST = Duration.ofMinutes(5);
  private static final String IN_DOUBT =
      "SELECT count(*) FROM message WHERE state = 'queued' AND claimed_at IS NOT NULL";
  private static final String QUEUED = "SELECT count(*) FROM message WHERE state = 'queued'";

  private final Path home;
  private final Path data;
  private final int port;
  private final long seed;
  private final Random random;
  private final Numbers numbers = new Numbers();
  private final Map<String, String> accepted = new HashMap<>();
  private final PrintStream out = System.out;

  private SmscCrash(Path home, Path data, int port, long seed) {
    this.home = home;
    this.data = data;
    this.port = port;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /// Ends with exit code 1 when a promise was broken.
  ///
  /// @param args the checkout, an empty directory for data, the port, rounds, and a seed
  public static void main(String[] args) throws IOException {
    var crash =
        new SmscCrash(
            Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[4]));
    System.exit(crash.run(Integer.parseInt(args[3])) ? 0 : 1);
  }

  private boolean run(int rounds) throws IOException {
    try (var smsc = new UnreliableSmsc(seed)) {
      ServerProcess server = start(smsc);
      Requests requests = server.firstClient();
      out.println(
          "| round | killed with -9 | the SMSC besides | accepted"
              + " | being handed over then | next start s |");
      out.println("|---|---|---|---|---|---|");
      for (int round = 1; round <= rounds; round++) {
        Trouble trouble = Trouble.values()[(round - 1) % Trouble.values().length];
        smsc.makes(trouble);
        int before = accepted.size();
        Victim victim = Victim.of(round);
        loadAndKill(server, requests, victim);
        String open = victim == Victim.SERVER ? "" + inDoubt(server) : "";
        server = start(smsc);
        out.printf(
            Locale.ROOT,
            "| %d | %s | %s | %d | %s | %.1f |%n",
            round,
            victim.text(),
            trouble.text(),
            accepted.size() - before,
            open,
            server.startedIn().toMillis() / 1e3);
      }
      smsc.makes(Trouble.NONE);
      boolean kept = verdict(server, smsc);
      server.stop();
      return kept;
    }
  }

  private ServerProcess start(UnreliableSmsc smsc) {
    return ServerProcess.start(
        home,
        data,
        port,
        SmscLink.settings(smsc.smsc(), WINDOW, RATE, UnreliableSmsc.ANSWER_WITHIN_SECONDS));
  }

  private void loadAndKill(ServerProcess server, Requests requests, Victim victim) {
    int enough = ACCEPTED_MIN + random.nextInt(ACCEPTED_MORE);
    long until = System.nanoTime() + LOAD_AT_MOST.toNanos();
    long postmaster = server.postmaster();
    try (var load = new MessageLoad(port, requests, numbers, WORKERS)) {
      while (load.accepted().size() < enough && System.nanoTime() < until) {
        Pause.of(Duration.ofMillis(5));
      }
      victim.kill(server, postmaster, Duration.ofMillis(random.nextInt(WITHOUT_DATABASE_MILLIS)));
      load.close();
      accepted.putAll(load.accepted());
    }
  }

  /// What the server had not written down when it died. The database outlives it.
  private static long inDoubt(ServerProcess server) {
    try (var database = new Database(server.database())) {
      return database.number(IN_DOUBT);
    }
  }

  private boolean verdict(ServerProcess server, UnreliableSmsc smsc) {
    try (var database = new Database(server.database())) {
      long until = System.nanoTime() + DELIVERY_AT_MOST.toNanos();
      while (database.number(QUEUED) > 0 && System.nanoTime() < until) {
        Pause.of(Duration.ofMillis(200));
      }
      SubmissionTally tally = SubmissionTally.of(accepted, smsc, database);
      out.printf(
          Locale.ROOT,
          "%n%d messages accepted, %d lost, %d submitted more than once, %d of them unmarked;"
              + " %d say \"outcome unknown\".%n",
          tally.accepted(),
          tally.lost(),
          tally.repeated(),
          tally.unmarked(),
          tally.marked());
      return tally.lost() == 0 && tally.unmarked() == 0 && tally.accepted() > 0;
    }
  }
}
