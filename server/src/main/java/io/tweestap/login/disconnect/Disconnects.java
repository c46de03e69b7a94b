package io.tweestap.login.disconnect;

import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.Users;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// A user calls: the phone is lost. Staff take away what it could prove, so that whoever found it
/// gets nowhere and the user can set up another one (N3, REC-8).
///
/// Where the tenant wants two people, the wish waits for another client to agree, an hour at most.
/// What is done then is done in one transaction ([CarryOut]).
@Service
public class Disconnects {
  private final Users users;
  private final Tenants tenants;
  private final DisconnectRows rows;
  private final CarryOut carryOut;
  private final DisconnectNews news;
  private final TransactionTemplate transaction;

  Disconnects(
      Users users,
      Tenants tenants,
      DisconnectRows rows,
      CarryOut carryOut,
      DisconnectNews news,
      TransactionTemplate transaction) {
    this.users = users;
    this.tenants = tenants;
    this.rows = rows;
    this.carryOut = carryOut;
    this.news = news;
    this.transaction = transaction;
  }

  /// Disconnects, or asks for a second person first.
  ///
  /// @param by who asks; whether that is staff of the tenant or of its operator was checked
  public DisconnectOutcome disconnect(TenantId tenant, UserRef ref, NewDisconnect asked, Staff by) {
    Optional<User> user = users.find(tenant, ref);
    if (user.isEmpty()) {
      return new DisconnectOutcome.UnknownUser();
    }
    if (!carryOut.isThere(tenant, user.get(), asked)) {
      return new DisconnectOutcome.UnknownFactor();
    }
    boolean twoPeople = tenants.get(tenant).settings().disconnectNeedsApproval();
    return twoPeople
        ? transaction.execute(_ -> request(tenant, user.get(), asked, by))
        : ready(
            tenant,
            asked,
            ready -> transaction.execute(_ -> now(tenant, user.get(), asked, by, ready)));
  }

  private DisconnectOutcome ready(
      TenantId tenant, NewDisconnect asked, Function<CarryOut.Ready, DisconnectOutcome> then) {
    return carryOut.ready(tenant, asked).map(then).orElseGet(DisconnectOutcome.Busy::new);
  }

  private DisconnectOutcome request(TenantId tenant, User user, NewDisconnect asked, Staff by) {
    Disconnect request = carryOut.begin(user, asked, by, DisconnectState.PENDING);
    rows.insert(tenant, request);
    news.requested(tenant, user, request);
    return new DisconnectOutcome.Pending(request);
  }

  private DisconnectOutcome now(
      TenantId tenant, User user, NewDisconnect asked, Staff by, CarryOut.Ready ready) {
    Disconnect disconnect = carryOut.begin(user, asked, by, DisconnectState.DONE);
    rows.insert(tenant, disconnect);
    return new DisconnectOutcome.Done(disconnect, carryOut.run(tenant, user, disconnect, ready));
  }

  /// Agrees to a disconnect that somebody else asked for, which carries it out. Of two who agree at
  /// once, one does.
  public DisconnectOutcome approve(TenantId tenant, UUID id, Staff second) {
    Optional<Disconnect> found = rows.find(tenant, id);
    if (found.isEmpty()) {
      return new DisconnectOutcome.NotFound();
    }
    if (found.get().by().clientId().equals(second.clientId())) {
      return new DisconnectOutcome.SamePerson();
    }
    return users
        .find(tenant, found.get().user())
        .map(user ->
            ready(
                tenant,
                found.get().asked(),
                ready -> transaction.execute(_ -> approved(tenant, user, id, second, ready))))
        .orElseGet(DisconnectOutcome.NotFound::new);
  }

  private DisconnectOutcome approved(
      TenantId tenant, User user, UUID id, Staff second, CarryOut.Ready ready) {
    boolean agreed = rows.approve(tenant, id, second);
    Disconnect disconnect = rows.find(tenant, id).orElseThrow();
    return agreed
        ? new DisconnectOutcome.Done(disconnect, carryOut.run(tenant, user, disconnect, ready))
        : new DisconnectOutcome.Over(disconnect.state());
  }

  /// Takes a wish back, or turns it down, while it is pending.
  ///
  /// @return what it is now; empty when there is none
  public Optional<Disconnect> cancel(TenantId tenant, UUID id, Staff by) {
    Optional<Disconnect> found = rows.find(tenant, id);
    transaction.executeWithoutResult(_ -> {
      if (rows.cancel(tenant, id)) {
        Disconnect canceled = found.orElseThrow();
        users
            .find(tenant, canceled.user())
            .ifPresent(user -> news.canceled(tenant, user, canceled, by));
      }
    });
    return rows.find(tenant, id);
  }

  /// One disconnect, pending or over.
  public Optional<Disconnect> find(TenantId tenant, UUID id) {
    return rows.find(tenant, id);
  }

  /// Those that wait for a second person, the newest first, at most 200.
  public List<Disconnect> pending(TenantId tenant) {
    return rows.pending(tenant);
  }
}
