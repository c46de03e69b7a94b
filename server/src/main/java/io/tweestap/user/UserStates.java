package io.tweestap.user;

import io.tweestap.delivery.Outbox;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.jdbc.StoredUser;
import io.tweestap.user.jdbc.UserRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves a user from one state to another, and out. Each is one conditional statement; rooms above
/// hear of it inside of the transaction.
@Component
class UserStates {
  private final UserRows rows;
  private final Outbox outbox;
  private final Tenants tenants;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  UserStates(
      UserRows rows,
      Outbox outbox,
      Tenants tenants,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.outbox = outbox;
    this.tenants = tenants;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  StateOutcome suspend(TenantId tenant, UserRef ref, String actor) {
    return move(
        tenant,
        ref,
        Set.of(UserState.ACTIVE),
        UserState.SUSPENDED,
        id -> events.publishEvent(new UserSuspended(tenant, id)));
  }

  StateOutcome resume(TenantId tenant, UserRef ref, String actor) {
    return move(tenant, ref, Set.of(UserState.SUSPENDED), UserState.ACTIVE, _ -> {});
  }

  StateOutcome close(TenantId tenant, UserRef ref, String actor) {
    Set<UserState> open = EnumSet.complementOf(EnumSet.of(UserState.CLOSED));
    return move(
        tenant, ref, open, UserState.CLOSED, id -> events.publishEvent(new UserClosed(tenant, id)));
  }

  private StateOutcome move(
      TenantId tenant, UserRef ref, Set<UserState> from, UserState to, Consumer<UserId> news) {
    return transaction.execute(_ -> {
      Optional<StoredUser> moved = rows.move(tenant, ref, from, to, clock.instant());
      if (moved.isEmpty()) {
        return unmoved(tenant, ref, to);
      }
      news.accept(moved.get().id());
      return new StateOutcome.Done(user(tenant, moved.get()));
    });
  }

  private StateOutcome unmoved(TenantId tenant, UserRef ref, UserState wished) {
    return rows.find(tenant, ref)
        .map(stored -> user(tenant, stored))
        .<StateOutcome>map(user ->
            user.state() == wished ? new StateOutcome.Done(user) : new StateOutcome.Closed())
        .orElseGet(StateOutcome.NotFound::new);
  }

  boolean erase(TenantId tenant, UserRef ref, String actor) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> rows.lock(tenant, ref).map(user -> erase(tenant, user)).isPresent()));
  }

  private StoredUser erase(TenantId tenant, StoredUser user) {
    events.publishEvent(new UserErased(tenant, user.id()));
    outbox.withdraw(tenant, user.id().value());
    rows.delete(tenant, user.id().value());
    return user;
  }

  StateOutcome moveDeadline(
      TenantId tenant, UserRef ref, Optional<LocalDate> deadline, String staff, String reason) {
    return transaction.execute(_ ->
        rows.moveDeadline(tenant, ref, deadline, clock.instant())
            .<StateOutcome>map(stored -> new StateOutcome.Done(user(tenant, stored)))
            .orElseGet(() -> unmoved(tenant, ref, UserState.ACTIVE)));
  }

  private User user(TenantId tenant, StoredUser stored) {
    return stored.in(tenants.get(tenant).settings());
  }
}
