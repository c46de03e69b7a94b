package io.tweestap.bench;

import io.tweestap.testkit.smsc.FakeSmsc;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// What is measured of messages: how many are accepted, how many go over a link, and how long a
/// code takes past all others. The server has one link to an SMSC that counts, in this process.
final class MessageBench {
  private static final int WINDOW = 100;
  private static final int FULL_RATE = 10_000;
  private static final int SLOW_RATE = 100;
  private static final int ANSWER_WITHIN_SECONDS = 10;
  private static final int CONNECTIONS = 64;
  private static final int BATCH = 1_000;
  private static final int BATCH_CONNECTIONS = 4;
  private static final int CODES = 40;
  private static final int PORTIONS = 10;
  private static final int DRAINED = 20_000;

  /// As many requests as checks are warmed up with, and no longer than this.
  private static final int WARM_REQUESTS = 250_000;

  private static final Duration WARM_UP_MAX = Duration.ofMinutes(4);
  private static final int WARM_BATCHES = 200;
  private static final Duration DELAY = Duration.ofMillis(50);

  private final Path home;
  private final Path data;
  private final int port;
  private final Duration each;
  private final PrintStream out;

  MessageBench(Path home, Path data, int port, Duration each, PrintStream out) {
    this.home = home;
    this.data = data;
    this.port = port;
    this.each = each;
    this.out = out;
  }

  /// @param what `messages` for all of it, or only `accept` or `submit`
  void run(String what, int rounds) throws IOException {
    try (var smsc = new FakeSmsc().recordingNothing()) {
      ServerProcess server = start(smsc, FULL_RATE);
      Requests basic = server.firstClient();
      try (var database = new Database(server.database())) {
        Requests requests = Bench.token(server, basic);
        if (!what.equals("submit")) {
          accept(new AcceptComparison(database, server, requests, each), rounds);
          memory("after accepting", server);
        }
        if (!what.equals("accept")) {
          var backlog = new Backlog(database, server, requests);
          submit(new SubmitComparison(smsc, backlog, server, WINDOW, each), rounds);
          memory("after submitting", server);
        }
      } finally {
        server.stop();
      }
      if (what.equals("messages")) {
        overtake(smsc, basic);
      }
    }
  }

  private ServerProcess start(FakeSmsc smsc, int rate) {
    return ServerProcess.start(
        home, data, port, SmscLink.settings(smsc, WINDOW, rate, ANSWER_WITHIN_SECONDS));
  }

  private void accept(AcceptComparison accepted, int rounds) {
    long seen = accepted.warmUp(CONNECTIONS, 1, WARM_REQUESTS, WARM_UP_MAX);
    accepted.warmUp(BATCH_CONNECTIONS, BATCH, WARM_BATCHES, WARM_UP_MAX);
    out.println("Requests of one recipient before the measurement: " + seen);
    out.println();
    out.println(
        "| connections | recipients of a request | accepted/s API | written/s bare JDBC | ratio"
            + " | API p50 ms | p99 ms | bare p50 ms | p99 ms"
            + " | µs per message: server + database + client |");
    out.println("|---|---|---|---|---|---|---|---|---|---|");
    out.println(accepted.compare(CONNECTIONS, 1, rounds));
    out.println(accepted.compare(BATCH_CONNECTIONS, BATCH, rounds));
    out.println();
  }

  private void submit(SubmitComparison submitted, int rounds) throws IOException {
    submitted.compare(Duration.ZERO, DRAINED, 1);
    out.println();
    out.println(
        "| answer after ms | submit_sm/s | submit_sm/s bare library | ratio"
            + " | µs per message: server + database + SMSC and client |");
    out.println("|---|---|---|---|---|");
    out.println(submitted.compare(Duration.ZERO, DRAINED, rounds));
    out.println(submitted.compare(DELAY, DRAINED, rounds));
    out.println();
  }

  /// A link of an ordinary rate: at the full one the queue would be gone before the last code.
  private void overtake(FakeSmsc smsc, Requests basic) throws IOException {
    ServerProcess server = start(smsc, SLOW_RATE);
    try (var database = new Database(server.database())) {
      Requests requests = Bench.token(server, basic);
      var backlog = new Backlog(database, server, requests);
      backlog.fill(waiting() / PORTIONS);
      memory("with a tenth of the queue", server);
      for (int i = 1; i < PORTIONS; i++) {
        backlog.add(waiting() / PORTIONS);
      }
      memory("with all of it", server);
      backlog.letLoose();
      long queued = backlog.queued();
      var codes = new CodeBehindQueue(smsc, server, requests);
      codes.measure(CODES / 4, SLOW_RATE, queued);
      out.println();
      out.println(
          "| messages before it | rate of the link | codes"
              + " | request to operator p50 ms | p95 ms | longest ms |");
      out.println("|---|---|---|---|---|---|");
      out.println(codes.measure(CODES, SLOW_RATE, queued));
      out.println();
      memory("while it is sent", server);
    } finally {
      server.stop();
    }
  }

  private static int waiting() {
    return Integer.parseInt(System.getenv().getOrDefault("MESSAGES", "100000"));
  }

  private void memory(String when, ServerProcess server) {
    out.printf(
        Locale.ROOT,
        "Memory %s: Java %.0f MB, PostgreSQL %.0f MB%n",
        when,
        Usage.residentMegabytes(server.pid()),
        Usage.familyMegabytes(server.postmaster()));
  }
}
