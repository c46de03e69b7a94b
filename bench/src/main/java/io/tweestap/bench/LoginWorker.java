package io.tweestap.bench;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Logs members in through the API: begins, answers, or both.
final class LoginWorker implements Load.Worker {
  /// A login that has begun.
  record Begun(Member member, UUID id) {}

  private final HttpConnection connection;
  private final Requests requests;
  private final Supplier<@Nullable Member> members;
  private final Step step;

  /// What is done with each member.
  private interface Step {
    void of(LoginWorker worker, Member member) throws IOException;
  }

  private LoginWorker(int port, Requests requests, Supplier<@Nullable Member> members, Step step) {
    this.connection = new HttpConnection(port);
    this.requests = requests;
    this.members = members;
    this.step = step;
  }

  /// Begins and answers.
  static LoginWorker whole(int port, Requests requests, Members members) {
    return new LoginWorker(
        port,
        requests,
        members::take,
        (worker, member) -> worker.answer(new Begun(member, worker.begin(member))));
  }

  /// Only begins.
  ///
  /// @param into takes the logins
  static LoginWorker beginning(
      int port,
      Requests requests,
      Supplier<@Nullable Member> members,
      ConcurrentLinkedQueue<Begun> into) {
    return new LoginWorker(
        port,
        requests,
        members,
        (worker, member) -> into.add(new Begun(member, worker.begin(member))));
  }

  @Override
  public int once() throws IOException {
    Member member = members.get();
    if (member == null) {
      return 0;
    }
    step.of(this, member);
    return 1;
  }

  private UUID begin(Member member) throws IOException {
    HttpConnection.Answer begun =
        connection.send(
            requests.json(
                "POST", "/v1/logins", "{\"user\":\"" + member.ref() + "\",\"purpose\":\"login\"}"));
    expect(begun, 201);
    return UUID.fromString(begun.text("id"));
  }

  private void answer(Begun login) throws IOException {
    expect(connection.send(answer(requests, login, login.member().app().code())), 200);
  }

  static byte[] answer(Requests requests, Begun login, String code) {
    return requests.json(
        "POST",
        "/v1/logins/" + login.id() + "/answers",
        "{\"factor_id\":\"" + login.member().factor() + "\",\"code\":\"" + code + "\"}");
  }

  private static void expect(HttpConnection.Answer answer, int status) {
    if (answer.status() != status) {
      throw new IllegalStateException("answer " + answer.status() + ": " + answer.body());
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
