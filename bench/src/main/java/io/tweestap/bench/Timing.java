package io.tweestap.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/// How long the server takes to say no: to an unknown login, to a wrong code, and for a factor that
/// is slowed down. In turns, one request at a time, so that the machine's mood hits all alike.
final class Timing {
  private static final String[] CASES = {
    "unknown login", "wrong code", "factor slowed down", "another wrong code"
  };
  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  private final Members members;
  private final ServerProcess server;
  private final Requests requests;

  Timing(Members members, ServerProcess server, Requests requests) {
    this.members = members;
    this.server = server;
    this.requests = requests;
  }

  /// @param samples of each case
  /// @return the lines of a table, milliseconds
  List<String> measure(int samples) throws IOException {
    members.restore();
    long[][] nanos = new long[CASES.length][samples];
    try (var connection = new HttpConnection(server.port())) {
      LoginWorker.Begun slowed = slowedDown(connection);
      for (int i = 0; i < samples; i++) {
        UUID nowhere = UUID.randomUUID();
        nanos[0][i] = time(connection, 404, wrong(new LoginWorker.Begun(slowed.member(), nowhere)));
        nanos[1][i] = time(connection, 422, wrong(begun(connection)));
        nanos[2][i] = time(connection, 429, wrong(slowed));
        nanos[3][i] = time(connection, 422, wrong(begun(connection)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < CASES.length; i++) {
      lines.add(line(CASES[i], nanos[i]));
    }
    return lines;
  }

  private static String line(String name, long[] nanos) {
    Arrays.sort(nanos);
    var line = new StringBuilder("| " + name);
    for (double share : SHARES) {
      line.append(String.format(Locale.ROOT, " | %.2f", nanos[(int) (nanos.length * share)] / 1e6));
    }
    return line.append(
            String.format(Locale.ROOT, " | %.2f |", Arrays.stream(nanos).average().orElse(0) / 1e6))
        .toString();
  }

  private LoginWorker.Begun slowedDown(HttpConnection connection) throws IOException {
    LoginWorker.Begun login = begun(connection);
    for (int i = 0; i < 5; i++) {
      connection.send(wrong(login));
    }
    members.keepSlow(login.member());
    return login;
  }

  private LoginWorker.Begun begun(HttpConnection connection) throws IOException {
    Member member = Objects.requireNonNull(members.take(), "too few members");
    HttpConnection.Answer begun =
        connection.send(
            requests.json(
                "POST", "/v1/logins", "{\"user\":\"" + member.ref() + "\",\"purpose\":\"login\"}"));
    return new LoginWorker.Begun(member, UUID.fromString(begun.text("id")));
  }

  private byte[] wrong(LoginWorker.Begun login) {
    return LoginWorker.answer(requests, login, login.member().app().wrongCode());
  }

  private static long time(HttpConnection connection, int status, byte[] request)
      throws IOException {
    long before = System.nanoTime();
    HttpConnection.Answer answer = connection.send(request);
    long took = System.nanoTime() - before;
    if (answer.status() != status) {
      throw new IllegalStateException("answer " + answer.status() + ": " + answer.body());
    }
    return took;
  }
}
