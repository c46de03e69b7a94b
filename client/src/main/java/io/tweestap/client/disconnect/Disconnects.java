package io.tweestap.client.disconnect;

import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import io.tweestap.client.http.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes factors away from users who lost them, for the help desk.
///
/// ```java
/// NewDisconnect lost =
///     NewDisconnect.of("phone lost", "called back", "j.jansen").all().temporaryPass(true);
/// String seen =
///     switch (tweestap.disconnects().ask("bob", lost)) {
///       case DisconnectOutcome.Done(Disconnect done) -> "done";
///       case DisconnectOutcome.Waiting(Disconnect waiting) -> "a colleague must approve it";
///       case DisconnectOutcome.SecondPersonNeeded() -> "you asked for it yourself";
///       case DisconnectOutcome.Over(DisconnectState state) -> "over already";
///     };
/// ```
///
/// A user or id that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Disconnects {
  private static final String TENANT = "Tweestap-Tenant";

  private final Http http;
  private final @Nullable UUID tenant;

  /// Made by the client.
  public Disconnects(Http http) {
    this(http, null);
  }

  private Disconnects(Http http, @Nullable UUID tenant) {
    this.http = http;
    this.tenant = tenant;
  }

  /// The same for a tenant in your care, for an operator's staff.
  public Disconnects of(UUID tenant) {
    return new Disconnects(http, tenant);
  }

  /// Takes one factor or all of a user away, and with them sessions, logins under way, remembered
  /// browsers and app passwords; or asks a second person to, as the tenant wants it.
  public DisconnectOutcome ask(String user, NewDisconnect disconnect) {
    return outcome(Call.of(Operation.DISCONNECT_USER, user).json(disconnect));
  }

  /// Carries out what another API client asked for.
  public DisconnectOutcome approve(UUID disconnect) {
    return outcome(Call.of(Operation.APPROVE_DISCONNECT, disconnect));
  }

  /// Those that wait for a second person, the newest first.
  public List<Disconnect> waiting() {
    return http.list(in(Call.of(Operation.LIST_DISCONNECTS)), Disconnect.class);
  }

  /// One, pending or over. Empty when the tenant has none with this id.
  public Optional<Disconnect> find(UUID disconnect) {
    return http.find(in(Call.of(Operation.GET_DISCONNECT, disconnect)), Disconnect.class);
  }

  /// Takes it back, or turns it down.
  ///
  /// @return whether it is canceled; false when it had ended in another way
  public boolean cancel(UUID disconnect) {
    Call call = in(Call.of(Operation.CANCEL_DISCONNECT, disconnect));
    return switch (http.ask(call, Disconnect.class)) {
      case Reply.Good<Disconnect>(Disconnect canceled) -> true;
      case Reply.Bad<Disconnect>(Problem problem) when problem.is("disconnect_over") -> false;
      case Reply.Bad<Disconnect>(Problem problem) -> throw new RequestRefused(problem);
    };
  }

  private DisconnectOutcome outcome(Call call) {
    return switch (http.ask(in(call), Disconnect.class)) {
      case Reply.Good<Disconnect>(Disconnect it) when it.state() == DisconnectState.DONE ->
          new DisconnectOutcome.Done(it);
      case Reply.Good<Disconnect>(Disconnect it) when it.state() == DisconnectState.PENDING ->
          new DisconnectOutcome.Waiting(it);
      case Reply.Good<Disconnect>(Disconnect it) -> new DisconnectOutcome.Over(it.state());
      case Reply.Bad<Disconnect>(Problem problem) -> refused(problem);
    };
  }

  private static DisconnectOutcome refused(Problem problem) {
    return switch (problem.code()) {
      case "second_person_needed" -> new DisconnectOutcome.SecondPersonNeeded();
      case "disconnect_over" -> new DisconnectOutcome.Over(state(problem.text("state")));
      default -> throw new RequestRefused(problem);
    };
  }

  private static DisconnectState state(String text) {
    for (DisconnectState state : DisconnectState.values()) {
      if (state.name().equals(text.toUpperCase(Locale.ROOT))) {
        return state;
      }
    }
    return DisconnectState.UNKNOWN;
  }

  private Call in(Call call) {
    return tenant == null ? call : call.header(TENANT, tenant.toString());
  }
}
