package io.tweestap.client.account;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;

/// Leads users to the pages where they look after their own second step: factors, recovery codes,
/// app passwords, sessions.
///
/// ```java
/// NewAccountLink asked = NewAccountLink.empty().locale("nl");
/// Secret url = tweestap.accountLinks().create("anna", asked).url();
/// ```
///
/// A user that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class AccountLinks {
  private final Http http;

  /// Made by the client.
  public AccountLinks(Http http) {
    this.http = http;
  }

  /// Makes a link for a user who is logged in at your application and wants to go there now.
  ///
  /// @throws RequestRefused with `invalid_field` when it may not lead back to where you say, with
  ///   `proof_too_old` when the login that you name was too long ago
  public AccountLink create(String user, NewAccountLink link) {
    return http.get(Call.of(Operation.CREATE_ACCOUNT_LINK, user).json(link), AccountLink.class);
  }
}
