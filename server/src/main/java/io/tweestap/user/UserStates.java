package io.tweestap.user;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.delivery.Outbox;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.jdbc.StoredUser;
import io.tweestap.user.jdbc.UserRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves a user from one state to another, and out. Each is one conditional statement; rooms above
/// hear of it inside of the transaction.
@Component
class UserStates {
  /// One way from state to state.
  private record Move(Set<UserState> from, UserState to, AuditAction action) {}

  private final UserRows rows;
  private final Outbox outbox;
  private final UserAudit audit;
  private final Tenants tenants;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  UserStates(
      UserRows rows,
      Outbox outbox,
      UserAudit audit,
      Tenants tenants,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.outbox = outbox;
    this.audit = audit;
    this.tenants = tenants;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  StateOutcome suspend(TenantId tenant, UserRef ref, String actor, String reason) {
    return move(
        tenant,
        ref,
        new Move(Set.of(UserState.ACTIVE), UserState.SUSPENDED, AuditAction.USER_SUSPENDED),
        actor,
        reason);
  }

  StateOutcome resume(TenantId tenant, UserRef ref, String actor, String reason) {
    return move(
        tenant,
        ref,
        new Move(Set.of(UserState.SUSPENDED), UserState.ACTIVE, AuditAction.USER_RESUMED),
        actor,
        reason);
  }

  StateOutcome close(TenantId tenant, UserRef ref, String actor, String reason) {
    Set<UserState> open = Set.of(UserState.ACTIVE, UserState.SUSPENDED);
    return move(
        tenant, ref, new Move(open, UserState.CLOSED, AuditAction.USER_CLOSED), actor, reason);
  }

  private StateOutcome move(TenantId tenant, UserRef ref, Move move, String actor, String reason) {
    return transaction.execute(_ -> {
      Optional<StoredUser> moved = rows.move(tenant, ref, move.from(), move.to(), clock.instant());
      if (moved.isEmpty()) {
        return unmoved(tenant, ref, move.to());
      }
      StoredUser stored = moved.get();
      publish(tenant, stored);
      audit.record(tenant, move.action(), stored.pseudonym(), actor, reason(reason));
      return new StateOutcome.Done(user(tenant, stored));
    });
  }

  private void publish(TenantId tenant, StoredUser moved) {
    switch (moved.state()) {
      case ACTIVE -> {}
      case SUSPENDED -> events.publishEvent(new UserSuspended(tenant, moved.id()));
      case CLOSED -> events.publishEvent(new UserClosed(tenant, moved.id()));
    }
  }

  private static Map<String, String> reason(String reason) {
    return reason.isBlank() ? Map.of() : Map.of("reason", AuditEvent.words(reason));
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
        transaction.execute(_ -> {
          Optional<StoredUser> held = rows.lock(tenant, ref);
          held.ifPresent(user -> erase(tenant, user, actor));
          return held.isPresent();
        }));
  }

  private void erase(TenantId tenant, StoredUser user, String actor) {
    events.publishEvent(new UserErased(tenant, user.id()));
    outbox.withdraw(tenant, user.id().value());
    rows.delete(tenant, user.id().value());
    audit.record(tenant, AuditAction.USER_ERASED, user.pseudonym(), actor, Map.of());
  }

  StateOutcome moveDeadline(
      TenantId tenant, UserRef ref, Optional<LocalDate> deadline, String staff, String reason) {
    return transaction.execute(_ -> {
      Optional<StoredUser> moved = rows.moveDeadline(tenant, ref, deadline, clock.instant());
      if (moved.isEmpty()) {
        return unmoved(tenant, ref, UserState.ACTIVE);
      }
      Map<String, String> details = new HashMap<>(reason(reason));
      details.put("deadline", deadline.map(LocalDate::toString).orElse("none"));
      UUID pseudonym = moved.get().pseudonym();
      audit.record(tenant, AuditAction.USER_DEADLINE_MOVED, pseudonym, staff, details);
      return new StateOutcome.Done(user(tenant, moved.get()));
    });
  }

  private User user(TenantId tenant, StoredUser stored) {
    return stored.in(tenants.get(tenant).settings());
  }
}
