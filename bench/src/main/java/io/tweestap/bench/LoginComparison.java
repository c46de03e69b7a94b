package io.tweestap.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Logins through the API beside bare JDBC, in turns, so that a change of the machine's mood hits
/// both; and answers alone, to logins that have begun before.
final class LoginComparison {
  private static final Duration AT_MOST = Duration.ofMinutes(5);

  private final Database database;
  private final Members members;
  private final ServerProcess server;
  private final Requests requests;
  private final Duration each;

  LoginComparison(
      Database database, Members members, ServerProcess server, Requests requests, Duration each) {
    this.database = database;
    this.members = members;
    this.server = server;
    this.requests = requests;
    this.each = each;
  }

  /// Lets the JIT compilers of both sides see their work.
  void warmUp(int connections, Duration server, Duration client) {
    long until = System.nanoTime() + server.toNanos();
    while (System.nanoTime() < until) {
      members.restore();
      Load.run(connections, each, this::api);
    }
    members.restore();
    Load.run(connections, client, this::bare);
  }

  /// Bare, API, bare, API, bare; and answers alone after each of the API.
  ///
  /// @return a line of the table
  String compare(int connections, int rounds) {
    var bare = new Measurements();
    var api = new Measurements();
    var answers = new Measurements();
    Spent spent = new Spent(server);
    Spent answering = new Spent(server);
    bare(bare, connections);
    for (int round = 0; round < rounds; round++) {
      members.restore();
      spent.begin();
      api.add(connections, each, this::api);
      spent.end();
      answers(answers, connections, answering);
      bare(bare, connections);
    }
    return line(connections, api, bare, answers, spent, answering);
  }

  private static String line(
      int connections,
      Measurements api,
      Measurements bare,
      Measurements answers,
      Spent spent,
      Spent answering) {
    Load.Result ours = api.median();
    Load.Result one = bare.median();
    Load.Result answered = answers.median();
    return String.format(
        Locale.ROOT,
        "| %d | %.0f (%.0f-%.0f) | %.0f (%.0f-%.0f) | %.2f | %.1f | %.1f | %s"
            + " | %.0f (%.0f-%.0f) | %.1f | %.1f | %s |",
        connections,
        ours.perSecond(),
        api.lowest(),
        api.highest(),
        one.perSecond(),
        bare.lowest(),
        bare.highest(),
        ours.perSecond() / one.perSecond(),
        ours.millis(0.5),
        ours.millis(0.99),
        spent.per(api.done()),
        answered.perSecond(),
        answers.lowest(),
        answers.highest(),
        answered.millis(0.5),
        answered.millis(0.99),
        answering.per(answers.done()));
  }

  private void bare(Measurements into, int connections) {
    members.restore();
    into.add(connections, each, this::bare);
  }

  private void answers(Measurements into, int connections, Spent spent) {
    members.restore();
    var begun = new ConcurrentLinkedQueue<LoginWorker.Begun>();
    Load.run(
        connections,
        AT_MOST,
        () -> LoginWorker.beginning(server.port(), requests, members::take, begun));
    spent.begin();
    into.add(connections, each, () -> answering(begun));
    spent.end();
  }

  private Load.Worker answering(ConcurrentLinkedQueue<LoginWorker.Begun> begun) {
    return ApiWorker.of(
        server.port(),
        200,
        () -> {
          LoginWorker.Begun next = begun.poll();
          return next == null
              ? null
              : LoginWorker.answer(requests, next, next.member().app().code());
        });
  }

  private Load.Worker bare() {
    return new BareLogins(database, members);
  }

  private Load.Worker api() {
    return LoginWorker.whole(server.port(), requests, members);
  }
}
