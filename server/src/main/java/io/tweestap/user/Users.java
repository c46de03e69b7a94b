package io.tweestap.user;

import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.jdbc.StoredUser;
import io.tweestap.user.jdbc.UserList;
import io.tweestap.user.jdbc.UserRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The people of a tenant: found, made and changed as the application says, suspended, closed,
/// erased.
///
/// `actor` says who does it, as it stands in the audit: `client:<id>`, or `staff:<name> via
/// client:<id>`.
@Service
public class Users {
  private final UserRows rows;
  private final UserList list;
  private final ApplyWishes wishes;
  private final UserStates states;
  private final Tenants tenants;
  private final TransactionTemplate transaction;

  Users(
      UserRows rows,
      UserList list,
      ApplyWishes wishes,
      UserStates states,
      Tenants tenants,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.list = list;
    this.wishes = wishes;
    this.states = states;
    this.tenants = tenants;
    this.transaction = transaction;
  }

  /// A user by the application's reference, whatever the state.
  public Optional<User> find(TenantId tenant, UserRef ref) {
    return rows.find(tenant, ref).map(stored -> user(tenant, stored));
  }

  /// A user by id, whatever the state.
  public Optional<User> find(TenantId tenant, UserId user) {
    return rows.find(tenant, user).map(stored -> user(tenant, stored));
  }

  /// The tenant's users, newest first.
  public Page<User> list(TenantId tenant, UserFilter filter) {
    return list.page(tenant, filter).map(stored -> user(tenant, stored));
  }

  /// Those who changed, or whose own deadline is near, newest first.
  public Page<User> list(TenantId tenant, UserChanges changes) {
    return list.page(tenant, changes).map(stored -> user(tenant, stored));
  }

  /// Makes the user, or changes what the wish says and leaves the rest. Of two that make the same
  /// user at once, one makes it and the other one changes it.
  public UpsertOutcome upsert(TenantId tenant, UserWish wish, String actor) {
    return apply(tenant, List.of(wish), true, actor).getFirst();
  }

  /// Changes what the wish says about a user that exists.
  public UpsertOutcome change(TenantId tenant, UserWish wish, String actor) {
    return apply(tenant, List.of(wish), false, actor).getFirst();
  }

  /// Makes or changes many users in one transaction.
  ///
  /// @param all each for another reference
  /// @return what became of each, in their order
  public List<UpsertOutcome> upsert(TenantId tenant, List<UserWish> all, String actor) {
    return apply(tenant, all, true, actor);
  }

  private List<UpsertOutcome> apply(
      TenantId tenant, List<UserWish> all, boolean mayCreate, String actor) {
    return transaction.execute(_ -> wishes.apply(tenant, all, mayCreate, actor));
  }

  /// The user cannot log in until resumed. Listeners of [UserSuspended] act in the same
  /// transaction.
  ///
  /// @param reason why, for the audit; may be empty
  public StateOutcome suspend(TenantId tenant, UserRef ref, String actor, String reason) {
    return states.suspend(tenant, ref, actor, reason);
  }

  /// Ends a suspension.
  public StateOutcome resume(TenantId tenant, UserRef ref, String actor, String reason) {
    return states.resume(tenant, ref, actor, reason);
  }

  /// Closes the user for good. Listeners of [UserClosed] make every factor invalid in the same
  /// transaction (BND-6).
  public StateOutcome close(TenantId tenant, UserRef ref, String actor, String reason) {
    return states.close(tenant, ref, actor, reason);
  }

  /// Deletes everything about the user, in every room (PRV-4): listeners of [UserErased] delete
  /// theirs in the same transaction. The audit keeps the pseudonym, which leads nowhere any more.
  ///
  /// @return whether there was such a user
  public boolean erase(TenantId tenant, UserRef ref, String actor) {
    return states.erase(tenant, ref, actor);
  }

  /// Moves the day from which this user must have a second factor. For staff only: no login ever
  /// moves it.
  ///
  /// @param deadline empty: what the policies say
  /// @param staff who does it, as an actor of the audit
  /// @param reason why, for the audit
  public StateOutcome moveDeadline(
      TenantId tenant, UserRef ref, Optional<LocalDate> deadline, String staff, String reason) {
    return states.moveDeadline(tenant, ref, deadline, staff, reason);
  }

  /// Counts one more time that enrollment is put off.
  ///
  /// @param max how often it may be
  /// @return false when there is no skip left, or the user is not active
  public boolean useSkip(TenantId tenant, UserId user, int max) {
    return rows.useSkip(tenant, user, max);
  }

  private User user(TenantId tenant, StoredUser stored) {
    return stored.in(tenants.get(tenant).settings());
  }
}
