package io.tweestap.client.session;

import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sessions: a login that passed is one, with an end and an idle end that the server keeps. Ask
/// before you trust your own cookie.
///
/// ```java
/// boolean loggedIn =
///     tweestap
///         .sessions()
///         .touch(session)
///         .filter(it -> it.state() == SessionState.ACTIVE)
///         .isPresent();
/// ```
///
/// A user that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Sessions {
  private final Http http;

  /// Made by the client.
  public Sessions(Http http) {
    this.http = http;
  }

  /// Is the user still logged in? Activity puts the idle end off; a session that is over stays
  /// over.
  ///
  /// @param session [io.tweestap.client.login.LoginResult#sessionId]
  /// @return empty when the tenant has none with this id
  public Optional<Session> touch(UUID session) {
    return http.find(Call.of(Operation.TOUCH_SESSION, session), Session.class);
  }

  /// Those of a user that are active.
  public List<Session> list(String user) {
    return http.list(Call.of(Operation.LIST_SESSIONS, user), Session.class);
  }

  /// Ends one, when the user logs out or ends it in a list.
  public void end(String user, UUID session) {
    http.run(Call.of(Operation.END_SESSION, user, session));
  }

  /// Ends all of a user, at once.
  public void endAll(String user) {
    http.run(Call.of(Operation.END_SESSIONS, user));
  }

  /// The user has another password: ends all sessions, logins under way and remembered browsers.
  public void passwordChanged(String user) {
    http.run(Call.of(Operation.REPORT_PASSWORD_CHANGE, user).json(Fields.none()));
  }

  /// The same, but for the session in which the password was changed.
  public void passwordChanged(String user, UUID keep) {
    http.run(Call.of(Operation.REPORT_PASSWORD_CHANGE, user).json(Fields.of("keep_session", keep)));
  }
}
