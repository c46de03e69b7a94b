package io.tweestap.client.policy;

import io.tweestap.client.Pages;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Exemptions for users who cannot set up a second step.
///
/// ```java
/// Exemption exempt = tweestap.exemptions().request("carla", "no phone yet", end, "j.jansen");
/// if (exempt.state() == ExemptionState.REQUESTED) {
///   tweestap.exemptions().approve("carla", exempt.id(), "m.meier");
/// }
/// ```
///
/// A user or id that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Exemptions {
  private final Http http;

  /// Made by the client.
  public Exemptions(Http http) {
    this.http = http;
  }

  /// Exempts a user, at once or when a second person approved it, as the policies say.
  ///
  /// @param until when it ends by itself
  /// @param staff who asks for it
  /// @throws RequestRefused with `already_exempt` as well
  public Exemption request(String user, String reason, Instant until, String staff) {
    Fields body = Fields.of("reason", reason).and("until", until).and("staff", staff);
    return http.get(Call.of(Operation.REQUEST_EXEMPTION, user).json(body), Exemption.class);
  }

  /// The second pair of eyes.
  ///
  /// @param staff who approves it: another person than the one who asked
  /// @throws RequestRefused with `same_person` or `nothing_to_approve` as well
  public Exemption approve(String user, UUID exemption, String staff) {
    Call call = Call.of(Operation.APPROVE_EXEMPTION, user, exemption);
    return http.get(call.json(Fields.of("staff", staff)), Exemption.class);
  }

  /// Ends it now, or turns a request down. One that has ended stays as it is.
  ///
  /// @param staff who wants it, for the audit
  public Exemption end(String user, UUID exemption, String staff) {
    Call call = Call.of(Operation.END_EXEMPTION, user, exemption);
    return http.get(call.query(Fields.of("staff", staff)), Exemption.class);
  }

  /// The last 200 of a user, newest first.
  public List<Exemption> list(String user) {
    return http.list(Call.of(Operation.LIST_USER_EXEMPTIONS, user), Exemption.class);
  }

  /// Those of all users, newest first.
  public Pages<Exemption> list(ExemptionFilter filter) {
    return http.pages(Call.of(Operation.LIST_EXEMPTIONS).query(filter), Exemption.class);
  }
}
