package io.tweestap.user;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.tweestap.audit.AuditEvent;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.address.AddressChange;
import io.tweestap.user.address.ApplyAddresses;
import io.tweestap.user.jdbc.NewUser;
import io.tweestap.user.jdbc.StoredAddress;
import io.tweestap.user.jdbc.StoredUser;
import io.tweestap.user.jdbc.UserBatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes users what an application says they are, many at a time with the same few statements: make
/// those that are missing, hold those that exist, compare, write what differs.
@Component
class ApplyWishes {
  private final UserBatch users;
  private final ApplyAddresses addresses;
  private final UserAudit audit;
  private final Tenants tenants;
  private final Ids ids;
  private final Clock clock;

  ApplyWishes(
      UserBatch users,
      ApplyAddresses addresses,
      UserAudit audit,
      Tenants tenants,
      Ids ids,
      Clock clock) {
    this.users = users;
    this.addresses = addresses;
    this.audit = audit;
    this.tenants = tenants;
    this.ids = ids;
    this.clock = clock;
  }

  /// What is known about the users of some wishes before anything is compared.
  private record Known(
      TenantId tenant,
      TenantSettings settings,
      Map<UserRef, StoredUser> made,
      Map<UserRef, StoredUser> held,
      Map<UUID, List<StoredAddress>> addresses,
      String actor,
      Instant now) {}

  /// What one wish comes to.
  private record Step(
      UpsertOutcome outcome,
      @Nullable StoredUser written,
      AddressChange addresses,
      List<AuditEvent> events) {
    static Step of(UpsertOutcome outcome) {
      return new Step(outcome, null, AddressChange.NONE, List.of());
    }
  }

  /// Applies wishes inside of the caller's transaction.
  ///
  /// @param wishes each for another reference
  /// @param mayCreate whether a user that is missing is made
  /// @return what became of each, in their order
  List<UpsertOutcome> apply(
      TenantId tenant, List<UserWish> wishes, boolean mayCreate, String actor) {
    Known known = known(tenant, wishes, mayCreate, actor);
    List<Step> steps = wishes.stream().map(wish -> step(known, wish)).toList();
    List<StoredUser> written =
        steps.stream().map(Step::written).filter(row -> row != null).toList();
    if (!written.isEmpty()) {
      users.update(tenant, written, known.now());
    }
    addresses.write(tenant, steps.stream().map(Step::addresses).toList(), known.now());
    audit.record(tenant, steps.stream().flatMap(step -> step.events().stream()).toList());
    steps.forEach(step -> tell(tenant, step));
    return steps.stream().map(Step::outcome).toList();
  }

  private Known known(TenantId tenant, List<UserWish> wishes, boolean mayCreate, String actor) {
    Instant now = clock.instant();
    Map<UserRef, StoredUser> made = mayCreate ? make(tenant, wishes, now) : Map.of();
    List<UserRef> others =
        wishes.stream().map(UserWish::ref).filter(ref -> !made.containsKey(ref)).toList();
    Map<UserRef, StoredUser> held = others.isEmpty() ? Map.of() : users.lock(tenant, others);
    return new Known(
        tenant,
        tenants.get(tenant).settings(),
        made,
        held,
        addresses.of(tenant, held.values()),
        actor,
        now);
  }

  private Map<UserRef, StoredUser> make(TenantId tenant, List<UserWish> wishes, Instant now) {
    List<NewUser> candidates =
        wishes.stream()
            .map(wish ->
                new NewUser(
                    new UserId(ids.next()),
                    wish.ref(),
                    wish.groups().value().orElse(Set.of()),
                    wish.locale().value(),
                    wish.zone().value(),
                    ids.next()))
            .toList();
    Set<UUID> made = users.insertMissing(tenant, candidates, now);
    return candidates.stream()
        .filter(candidate -> made.contains(candidate.id().value()))
        .map(candidate -> candidate.stored(now))
        .collect(toMap(StoredUser::ref, identity()));
  }

  private Step step(Known known, UserWish wish) {
    StoredUser made = known.made().get(wish.ref());
    if (made != null) {
      AddressChange all = addresses.compare(known.tenant(), made.id(), List.of(), wish.addresses());
      return new Step(
          new UpsertOutcome.Created(made.in(known.settings())),
          null,
          all,
          List.of(UserAudit.created(made, known.actor())));
    }
    StoredUser held = known.held().get(wish.ref());
    if (held == null) {
      return Step.of(new UpsertOutcome.NotFound());
    }
    return held.state() == UserState.CLOSED
        ? Step.of(new UpsertOutcome.Closed())
        : compare(known, held, wish);
  }

  private Step compare(Known known, StoredUser held, UserWish wish) {
    List<StoredAddress> before = known.addresses().getOrDefault(held.id().value(), List.of());
    AddressChange change = addresses.compare(known.tenant(), held.id(), before, wish.addresses());
    StoredUser next =
        held.with(
            wish.groups().after(Optional.of(held.groups())).orElse(Set.of()),
            wish.locale().after(held.locale()),
            wish.zone().after(held.zone()),
            known.now());
    return change.isNone() && next.saysTheSameAs(held)
        ? Step.of(new UpsertOutcome.Unchanged(held.in(known.settings())))
        : new Step(
            new UpsertOutcome.Changed(next.in(known.settings())),
            next,
            change,
            UserAudit.changed(held, next, change, known.actor()));
  }

  private void tell(TenantId tenant, Step step) {
    if (step.outcome() instanceof UpsertOutcome.Changed(User user) && !step.addresses().isNone()) {
      addresses.tell(tenant, user, step.addresses());
    }
  }
}
