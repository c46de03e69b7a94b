package io.tweestap.policy;

import io.tweestap.policy.rule.ReminderLook;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserChanges;
import io.tweestap.user.UserFilter;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserState;
import io.tweestap.user.Users;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Looks at all active users of a tenant and their facts, a thousand at a time: the memory that it
/// takes does not grow with their number, and no transaction stays open.
@Component
public class ScanUsers {
  /// A million users and their factors are read; two at once are enough for one node.
  private static final int AT_ONCE = 2;

  private static final int PAGE = 1_000;

  private final Users users;
  private final UserFacts facts;
  private final Semaphore free = new Semaphore(AT_ONCE);

  ScanUsers(Users users, UserFacts facts) {
    this.users = users;
    this.facts = facts;
  }

  /// @param group only those in it
  /// @param each user with the facts, in no order that matters
  /// @return false, and nothing was looked at, when this node is busy with others
  public boolean all(
      TenantId tenant, Optional<String> group, Situation situation, BiConsumer<User, Facts> each) {
    return pages(
        tenant,
        situation,
        each,
        after ->
            users.list(tenant, new UserFilter(group, Optional.of(UserState.ACTIVE), after, PAGE)));
  }

  /// The same for those who changed, or whose own deadline is near.
  boolean changed(
      TenantId tenant,
      ReminderLook.Scope.Changed scope,
      Situation situation,
      BiConsumer<User, Facts> each) {
    return pages(
        tenant,
        situation,
        each,
        after ->
            users.list(
                tenant, new UserChanges(scope.since(), scope.first(), scope.last(), after, PAGE)));
  }

  private boolean pages(
      TenantId tenant,
      Situation situation,
      BiConsumer<User, Facts> each,
      Function<Optional<Cursor>, Page<User>> read) {
    if (!free.tryAcquire()) {
      return false;
    }
    try {
      Optional<Cursor> after = Optional.empty();
      do {
        Page<User> page = read.apply(after);
        tell(tenant, page.data(), situation, each);
        after = Optional.ofNullable(page.nextCursor()).flatMap(Cursor::read);
      } while (after.isPresent());
      return true;
    } finally {
      free.release();
    }
  }

  /// The same for some users; unknown references and those not active are left out.
  public void some(
      TenantId tenant, List<UserRef> refs, Situation situation, BiConsumer<User, Facts> each) {
    List<User> found =
        refs.stream()
            .distinct()
            .flatMap(ref -> users.find(tenant, ref).stream())
            .filter(user -> user.state() == UserState.ACTIVE)
            .toList();
    tell(tenant, found, situation, each);
  }

  private void tell(
      TenantId tenant, List<User> some, Situation situation, BiConsumer<User, Facts> each) {
    List<Facts> found = facts.of(tenant, some, situation);
    for (int i = 0; i < some.size(); i++) {
      each.accept(some.get(i), found.get(i));
    }
  }
}
