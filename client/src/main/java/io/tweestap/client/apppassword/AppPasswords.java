package io.tweestap.client.apppassword;

import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.Secret;
import io.tweestap.client.TweestapUnavailable;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import io.tweestap.client.http.Reply;
import java.util.List;
import java.util.UUID;

/// Passwords for programs that cannot ask for a code, one per service and device.
///
/// ```java
/// NewAppPassword asked = NewAppPassword.of("mail", "My phone", authenticatedAt);
/// switch (tweestap.appPasswords().create("emil", asked)) {
///   case CreateOutcome.Created(AppPassword made, Secret password) -> show(password.value());
///   case CreateOutcome.ProofTooOld() -> show("log in again first");
///   case CreateOutcome.LimitReached() -> show("remove one first");
/// }
/// ```
///
/// A user or id that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class AppPasswords {
  private final Http http;

  /// Made by the client.
  public AppPasswords(Http http) {
    this.http = http;
  }

  /// What the server says when all were taken away.
  record Revoked(int revoked) {}

  /// Makes one and shows it once.
  public CreateOutcome create(String user, NewAppPassword appPassword) {
    Call call = Call.of(Operation.CREATE_APP_PASSWORD, user).json(appPassword);
    return switch (http.ask(call, AppPassword.class)) {
      case Reply.Good<AppPassword>(AppPassword made) -> new CreateOutcome.Created(made, told(made));
      case Reply.Bad<AppPassword>(Problem problem) ->
          switch (problem.code()) {
            case "proof_too_old" -> new CreateOutcome.ProofTooOld();
            case "limit_reached" -> new CreateOutcome.LimitReached();
            default -> throw new RequestRefused(problem);
          };
    };
  }

  private static Secret told(AppPassword made) {
    Secret password = made.password();
    if (password == null) {
      throw new TweestapUnavailable("an app password that was not told", null);
    }
    return password;
  }

  /// All of a user, oldest first. Never the password.
  public List<AppPassword> list(String user) {
    return http.list(Call.of(Operation.LIST_APP_PASSWORDS, user), AppPassword.class);
  }

  /// Takes one away; the others stay.
  public void revoke(String user, UUID appPassword) {
    http.run(Call.of(Operation.REVOKE_APP_PASSWORD, user, appPassword));
  }

  /// Takes all of a user away.
  ///
  /// @return how many there were
  public int revokeAll(String user) {
    return http.get(Call.of(Operation.REVOKE_APP_PASSWORDS, user), Revoked.class).revoked();
  }

  /// Judges one, for a mail server or directory that was given it. Whatever is wrong, the answer is
  /// the same.
  public AppPasswordVerdict verify(AppPasswordCheck check) {
    return http.get(Call.of(Operation.VERIFY_APP_PASSWORD).json(check), AppPasswordVerdict.class);
  }
}
