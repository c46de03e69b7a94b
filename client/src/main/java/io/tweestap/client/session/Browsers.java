package io.tweestap.client.session;

import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.UUID;

/// Remembered browsers, for the user and for staff.
///
/// ```java
/// for (RememberedBrowser browser : tweestap.browsers().list("anna")) {
///   tweestap.browsers().forget("anna", browser.id());
/// }
/// ```
///
/// A user that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Browsers {
  private final Http http;

  /// Made by the client.
  public Browsers(Http http) {
    this.http = http;
  }

  /// All of a user.
  public List<RememberedBrowser> list(String user) {
    return http.list(Call.of(Operation.LIST_BROWSERS, user), RememberedBrowser.class);
  }

  /// Forgets one: it is asked again at the next login.
  public void forget(String user, UUID browser) {
    http.run(Call.of(Operation.FORGET_BROWSER, user, browser));
  }

  /// Forgets all of a user.
  public void forgetAll(String user) {
    http.run(Call.of(Operation.FORGET_BROWSERS, user));
  }
}
